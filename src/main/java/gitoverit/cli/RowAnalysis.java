package gitoverit.cli;

import gitoverit.analysis.Failures;
import gitoverit.analysis.RepositoryAnalyzer;
import gitoverit.discovery.Found;
import gitoverit.discovery.HungDirectoryException;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.report.Failure;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoResult;
import gitoverit.schedule.Analysis;
import gitoverit.sync.Fetcher;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is done for each thing found: fetch if asked to, then analyse.
final class RowAnalysis implements Analysis<Found, RepoResult> {
  /// A thread is given up only when the deadlines inside the analysis did not work.
  private static final long GRACE_MILLIS = 2000;

  private final RepositoryAnalyzer analyzer;
  private final @Nullable Fetcher fetcher;
  private final Options options;

  /// Makes one.
  ///
  /// @param fetcher null when nothing is to be fetched
  RowAnalysis(RepositoryAnalyzer analyzer, @Nullable Fetcher fetcher, Options options) {
    this.analyzer = analyzer;
    this.fetcher = fetcher;
    this.options = options;
  }

  @Override
  public RepoResult analyze(Found found) {
    return switch (found) {
      case Found.Invalid(Path path, var cause) -> failed(path, Failures.of(cause));
      case Found.Repository(var layout) -> {
        RemoteActions actions = fetcher == null ? RemoteActions.NONE : fetcher.fetch(layout);
        yield analyzer.analyze(layout, actions);
      }
    };
  }

  @Override
  public RepoResult abandoned(Found found) {
    return failed(found.path(), Failures.of(new HungDirectoryException()));
  }

  private static RepoResult failed(Path path, Failure failure) {
    return new RepoResult.Failed(path, Kind.MAIN, RemoteActions.NONE, failure);
  }

  @Override
  public boolean isFailure(RepoResult result) {
    return result.failed();
  }

  @Override
  public Path pathOf(Found found) {
    return found.path();
  }

  @Override
  public long patienceMillis() {
    long fetch = fetcher == null ? 0 : Fetcher.DEADLINE_MILLIS;
    return options.timeoutMillis() + fetch + GRACE_MILLIS;
  }
}
