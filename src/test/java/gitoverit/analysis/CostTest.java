package gitoverit.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.repo.LayoutReader;
import gitoverit.git.repo.RootIgnores;
import gitoverit.report.LineTotals;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoReport.Engine;
import gitoverit.report.RepoResult;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import gitoverit.schedule.Forks;
import gitoverit.status.NestedSink;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer costs, counted and not timed: a clean file is one `stat`, a directory is listed
/// once, and git is not started for what can be read here.
final class CostTest {
  private static final int TRACKED = 12;
  private static final int DIRECTORIES = 4;
  private static final long TIMEOUT_MILLIS = 10_000;

  /// Files that are older than the index, so that none of them is racy.
  private static final String FILES =
      """
      mkdir -p one/deep two
      for n in 1 2 3; do
        for d in . one one/deep two; do
          echo "$n $d" > $d/file-$n-$(basename $d | tr . r)
        done
      done
      find . -path ./.git -prune -o -type f -exec touch -d '1 hour ago' {} +
      git add -A; git commit -qm files
      """;

  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo repo;

  @BeforeEach
  void makeRepository() {
    sandbox = GitSandbox.in(root);
    repo = sandbox.init("repo");
    repo.sh(FILES);
  }

  @Test
  void aCleanFileIsOneStatAndADirectoryIsListedOnce() throws IOException {
    RepoReport report = analyze(true);
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
    assertThat(report.dirty()).isFalse();
    assertThat(report.stats()).isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void untrackedFilesNeedNoGit() throws IOException {
    repo.write("untracked", "text").write("one/untracked", "text").write("new/untracked", "text");
    RepoReport report = analyze(true);
    assertThat(worktree(report).untracked()).isEqualTo(3);
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
    assertThat(report.stats()).isEqualTo(new Stats(0, TRACKED, TRACKED + 3, DIRECTORIES + 1, 0));
  }

  @Test
  void anIgnoredDirectoryIsNotListed() throws IOException {
    repo.write(".git/info/exclude", "/build/\n").write("build/deep/output", "text");
    RepoReport report = analyze(true);
    assertThat(report.dirty()).isFalse();
    assertThat(report.stats()).isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void aLineAppendedIsCountedWithoutGit() throws IOException {
    repo.sh("echo more >> one/file-1-one");
    RepoReport report = analyze(true);
    assertThat(worktree(report).lines()).isEqualTo(new LineTotals(1, 0));
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
    assertThat(report.stats()).isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void onlyATouchedFileIsComparedByContent() throws IOException {
    repo.sh("touch -d '2 hours ago' two/file-2-two");
    RepoReport report = analyze(true);
    assertThat(report.dirty()).isFalse();
    assertThat(report.stats()).isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 1));
  }

  @Test
  void metadataAloneTouchesNoWorktree() throws IOException {
    assertThat(analyze(false).stats()).isEqualTo(Stats.ofProcesses(0));
  }

  @Test
  void aPopulatedSubmoduleIsLeftToGit() throws IOException {
    sandbox.init("library").write("file", "text").commit("library");
    repo.sh("git submodule --quiet add ../library library; git commit -qm submodule");
    RepoReport report = analyze(true);
    assertThat(report.engine()).isEqualTo(Engine.GIT);
    assertThat(report.stats().processes()).isPositive();
  }

  private RepoReport analyze(boolean worktree) throws IOException {
    FileAccess files = FileAccess.create();
    Map<String, String> environment = sandbox.environment();
    GitCommand git = new GitCommand(environment, new ChildProcesses(files));
    ConfigReader configs =
        new ProvenConfigs(new ConfigFiles(files, environment), git, TIMEOUT_MILLIS);
    RepositoryAnalyzer analyzer =
        new RepositoryAnalyzer(
            files,
            git,
            configs,
            new RootIgnores(files, configs, environment),
            new AnalysisOptions(worktree, TIMEOUT_MILLIS, false));
    RepoResult result =
        analyzer.analyze(
            new LayoutReader(files).readWorktree(repo.path()),
            RemoteActions.NONE,
            new Uninterested(),
            Forks.NONE);
    assertThat(result).isInstanceOf(RepoResult.Analyzed.class);
    return ((RepoResult.Analyzed) result).report();
  }

  private static WorktreeStatus worktree(RepoReport report) {
    return requireNonNull(report.worktree());
  }

  /// Takes a nested repository for one and wants nothing else.
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
