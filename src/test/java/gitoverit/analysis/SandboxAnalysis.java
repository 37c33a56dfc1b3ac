package gitoverit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.analysis.AnalysisOptions.Source;
import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.repo.LayoutReader;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.run.Engine;
import gitoverit.schedule.Forks;
import gitoverit.status.NestedSink;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Map;

/// Analyses a repository of a sandbox as a run would.
final class SandboxAnalysis {
  static final long TIMEOUT_MILLIS = 10_000;

  private SandboxAnalysis() {}

  /// Returns the report of a repository whose analysis must succeed, worktree included.
  static RepoReport report(Repo repo) throws IOException {
    return report(repo, new AnalysisOptions(true, TIMEOUT_MILLIS, Source.FILES_FIRST), Forks.NONE);
  }

  /// Returns the report of a repository whose analysis must succeed.
  static RepoReport report(Repo repo, AnalysisOptions options, Forks forks) throws IOException {
    FileAccess files = FileAccess.create();
    RepoResult result =
        analyzer(repo, files, options)
            .analyze(
                new LayoutReader(files).readWorktree(repo.path()),
                RemoteActions.NONE,
                new Uninterested(),
                forks);
    assertThat(result).isInstanceOf(RepoResult.Analyzed.class);
    return ((RepoResult.Analyzed) result).report();
  }

  private static RepositoryAnalyzer analyzer(Repo repo, FileAccess files, AnalysisOptions options) {
    Map<String, String> environment = repo.sandbox().environment();
    return Engine.of(files, environment, new ConfigFiles(files, environment), TIMEOUT_MILLIS)
        .analyzer(options);
  }

  /// Accepts every nested repository and ignores all other places.
  private record Uninterested() implements NestedSink {
    @Override
    public boolean nested(Path directory) {
      return true;
    }

    @Override
    public void ignored(Directory parent, byte[] names, int from, int to) {}

    @Override
    public void passedOver(Directory parent, byte[] names, int from, int to) {}

    @Override
    public void unreadable(
        AccessDeniedException cause, Directory parent, byte[] names, int from, int to) {}
  }
}
