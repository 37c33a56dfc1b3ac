package gitoverit.run;

import gitoverit.analysis.AnalysisOptions;
import gitoverit.analysis.AnalysisOptions.Source;
import gitoverit.discovery.Found;
import gitoverit.discovery.RepositoryFinder;
import gitoverit.discovery.SearchOptions;
import gitoverit.discovery.SearchPlace;
import gitoverit.option.Options;
import gitoverit.option.Search;
import gitoverit.option.UsageException;
import gitoverit.option.Work;
import gitoverit.remote.RemoteWork;
import gitoverit.report.RepoResult;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.ProgressObserver;
import gitoverit.schedule.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One search of the directories given, with the analysis of everything it finds.
public final class Scan {
  private final Options options;
  private final RepositoryFinder finder;
  private final @Nullable RemoteWork remotes;
  private final Analysis<SearchPlace, Found, RepoResult> analysis;

  private Scan(
      Options options,
      RepositoryFinder finder,
      @Nullable RemoteWork remotes,
      Analysis<SearchPlace, Found, RepoResult> analysis) {
    this.options = options;
    this.finder = finder;
    this.remotes = remotes;
    this.analysis = analysis;
  }

  /// Returns a scan that has not begun.
  ///
  /// @param source the source of the answers
  /// @throws UsageException if a setting of the user is invalid
  public static Scan of(Engine engine, Options options, Source source) throws UsageException {
    RepositoryFinder finder = engine.finder(searchOptions(options));
    Work work = options.work();
    RemoteWork remotes =
        work.remotes() == null ? null : RemoteStep.remotes(engine, work.remotes(), work.workers());
    AnalysisOptions analysis =
        new AnalysisOptions(!work.metadataOnly(), work.timeoutMillis(), source);
    return new Scan(
        options,
        finder,
        remotes,
        new RepositoryRun(finder, engine.analyzer(analysis), remotes, options));
  }

  /// Returns the options of the search alone.
  public static SearchOptions searchOptions(Options options) {
    Search search = options.search();
    return new SearchOptions(
        search.includeIgnored(), search.bare(), search.depth(), search.excludes());
  }

  /// Returns a scan that takes the results of unchanged repositories from `memory`.
  public Scan with(CachedAnalysis.Memory memory) {
    return new Scan(options, finder, remotes, new CachedAnalysis(analysis, memory));
  }

  /// Runs to the end. The calling thread hands every result to `consumer`.
  public void run(ProgressObserver progress, Consumer<RepoResult> consumer) {
    Scheduler<SearchPlace, Found, RepoResult> scheduler =
        new Scheduler<>(
            finder, analysis, progress, remotes == null ? null : new RemoteStep(remotes));
    if (options.work().parallel()) {
      scheduler.runInParallel(options.work().workers(), starts(), consumer);
    } else {
      scheduler.runSequentially(starts(), consumer);
    }
  }

  private List<SearchPlace> starts() {
    List<SearchPlace> starts = new ArrayList<>();
    for (Path start : options.search().starts()) {
      starts.add(SearchPlace.start(start));
    }
    return starts;
  }

  /// Returns the work with remotes; null when this scan does none.
  public @Nullable RemoteWork remotes() {
    return remotes;
  }
}
