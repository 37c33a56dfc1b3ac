package gitoverit.run;

import gitoverit.analysis.Failures;
import gitoverit.analysis.RepositoryAnalyzer;
import gitoverit.discovery.Found;
import gitoverit.discovery.HungDirectoryException;
import gitoverit.discovery.NestedFinder;
import gitoverit.discovery.RepositoryFinder;
import gitoverit.discovery.SearchPlace;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.option.Options;
import gitoverit.remote.RemoteWork;
import gitoverit.report.Failure;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.Forks;
import gitoverit.schedule.Searcher.Sink;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Analyses one finding, after the work with its remotes if there is any.
public final class RepositoryRun implements Analysis<SearchPlace, Found, RepoResult> {
  /// The time after which a thread is abandoned, beyond the deadlines inside the analysis.
  private static final long GRACE_MILLIS = 2000;

  private final RepositoryFinder finder;
  private final RepositoryAnalyzer analyzer;
  private final @Nullable RemoteWork remotes;
  private final Options options;

  /// Makes the work of one run.
  ///
  /// @param remotes the work with remotes; null if this run has none
  public RepositoryRun(
      RepositoryFinder finder,
      RepositoryAnalyzer analyzer,
      @Nullable RemoteWork remotes,
      Options options) {
    this.finder = finder;
    this.analyzer = analyzer;
    this.remotes = remotes;
    this.options = options;
  }

  @Override
  public @Nullable RepoResult analyze(Found found, Sink<SearchPlace, Found> sink, Forks forks) {
    if (found instanceof Found.Invalid(Path path, var cause)) {
      return failed(path, Failures.of(cause));
    }
    return analyze((Found.Repository) found, sink, forks);
  }

  private @Nullable RepoResult analyze(
      Found.Repository found, Sink<SearchPlace, Found> sink, Forks forks) {
    if (remotes == null) {
      return analyze(found, RemoteActions.NONE, sink, forks);
    }
    RepositoryLayout layout = found.layout();
    Sink<SearchPlace, Found> news = remotes.isKnown(layout) ? new NoNews() : sink;
    return remotes.settle(layout, analyze(found, remotes.actionsOf(layout), news, forks));
  }

  private RepoResult analyze(
      Found.Repository found, RemoteActions actions, Sink<SearchPlace, Found> sink, Forks forks) {
    NestedFinder nested = new NestedFinder(finder, found, sink);
    RepoResult result = analyzer.analyze(found.layout(), actions, nested, forks);
    if (found.place() != null && !walkedNatively(result)) {
      // The worktree was not walked here, so the search must look for nested repositories.
      sink.place(found.place());
    }
    return result;
  }

  private static boolean walkedNatively(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        && report.worktree() != null
        && report.engine() == RepoReport.Engine.NATIVE;
  }

  /// Drops the findings of a second analysis: the first one has reported them.
  private static final class NoNews implements Sink<SearchPlace, Found> {
    @Override
    public void place(SearchPlace place) {}

    @Override
    public void found(Found finding) {}
  }

  @Override
  public RepoResult abandoned(Found found) {
    return failed(found.path(), Failures.of(new HungDirectoryException()));
  }

  @Override
  public RepoResult failed(Found found, Throwable cause) {
    return failed(found.path(), Failures.of(cause));
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
    return options.work().timeoutMillis() + GRACE_MILLIS;
  }
}
