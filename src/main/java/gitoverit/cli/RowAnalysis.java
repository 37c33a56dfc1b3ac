package gitoverit.cli;

import gitoverit.analysis.Failures;
import gitoverit.analysis.RepositoryAnalyzer;
import gitoverit.discovery.Found;
import gitoverit.discovery.HungDirectoryException;
import gitoverit.discovery.NestedFinder;
import gitoverit.discovery.RepositoryFinder;
import gitoverit.discovery.SearchPlace;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.report.Failure;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.Forks;
import gitoverit.schedule.Searcher.Sink;
import gitoverit.sync.Fetcher;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is done for each thing found: fetch if asked to, then analyse.
final class RowAnalysis implements Analysis<SearchPlace, Found, RepoResult> {
  /// A thread is given up only when the deadlines inside the analysis did not work.
  private static final long GRACE_MILLIS = 2000;

  private final RepositoryFinder finder;
  private final RepositoryAnalyzer analyzer;
  private final @Nullable Fetcher fetcher;
  private final Options options;

  /// Makes one.
  ///
  /// @param fetcher null when nothing is to be fetched
  RowAnalysis(
      RepositoryFinder finder,
      RepositoryAnalyzer analyzer,
      @Nullable Fetcher fetcher,
      Options options) {
    this.finder = finder;
    this.analyzer = analyzer;
    this.fetcher = fetcher;
    this.options = options;
  }

  @Override
  public RepoResult analyze(Found found, Sink<SearchPlace, Found> sink, Forks forks) {
    if (found instanceof Found.Invalid(Path path, var cause)) {
      return failed(path, Failures.of(cause));
    }
    return analyze((Found.Repository) found, sink, forks);
  }

  private RepoResult analyze(Found.Repository found, Sink<SearchPlace, Found> sink, Forks forks) {
    RepositoryLayout layout = found.layout();
    RemoteActions actions = fetcher == null ? RemoteActions.NONE : fetcher.fetch(layout);
    NestedFinder nested = new NestedFinder(finder, found, sink);
    RepoResult result = analyzer.analyze(layout, actions, nested, forks);
    if (found.place() != null && !walkedNatively(result)) {
      // The worktree was not walked here, so nested repositories are still to be searched for.
      sink.place(found.place());
    }
    return result;
  }

  private static boolean walkedNatively(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        && report.worktree() != null
        && report.engine() == RepoReport.Engine.NATIVE;
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
