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

/// What is done for each thing found, once its remotes have been seen to if that was asked for.
public final class RepositoryRun implements Analysis<SearchPlace, Found, RepoResult> {
  /// A thread is given up only when the deadlines inside the analysis did not work.
  private static final long GRACE_MILLIS = 2000;

  private final RepositoryFinder finder;
  private final RepositoryAnalyzer analyzer;
  private final @Nullable RemoteWork sync;
  private final Options options;

  /// Makes one.
  ///
  /// @param sync knows what was done with remotes; null when nothing was to be
  public RepositoryRun(
      RepositoryFinder finder,
      RepositoryAnalyzer analyzer,
      @Nullable RemoteWork sync,
      Options options) {
    this.finder = finder;
    this.analyzer = analyzer;
    this.sync = sync;
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
    if (sync == null) {
      return analyze(found, RemoteActions.NONE, sink, forks);
    }
    RepositoryLayout layout = found.layout();
    Sink<SearchPlace, Found> news = sync.isKnown(layout) ? new NoNews() : sink;
    return sync.settle(layout, analyze(found, sync.actionsOf(layout), news, forks));
  }

  private RepoResult analyze(
      Found.Repository found, RemoteActions actions, Sink<SearchPlace, Found> sink, Forks forks) {
    NestedFinder nested = new NestedFinder(finder, found, sink);
    RepoResult result = analyzer.analyze(found.layout(), actions, nested, forks);
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

  /// What a worktree holds was told by its first analysis.
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
    return options.timeoutMillis() + GRACE_MILLIS;
  }
}
