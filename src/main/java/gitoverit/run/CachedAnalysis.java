package gitoverit.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.discovery.Found;
import gitoverit.discovery.SearchPlace;
import gitoverit.fs.ChangeWatch;
import gitoverit.git.RepositoryLayout;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.Forks;
import gitoverit.schedule.Searcher.Sink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// An analysis that caches: while nothing in a repository changes, it returns the previous result
/// and replays the nested repositories found with it.
public final class CachedAnalysis implements Analysis<SearchPlace, Found, RepoResult> {
  private final Analysis<SearchPlace, Found, RepoResult> analysis;
  private final ChangeWatch watch;
  private final Map<Path, Kept> kept;

  /// Makes the analysis of a single round.
  ///
  /// @param memory the results of previous rounds, which this round updates
  public CachedAnalysis(Analysis<SearchPlace, Found, RepoResult> analysis, Memory memory) {
    this.analysis = analysis;
    this.watch = memory.watch;
    this.kept = memory.results;
  }

  /// The results that are kept from round to round.
  public static final class Memory {
    private final ChangeWatch watch;
    private final Map<Path, Kept> results = new ConcurrentHashMap<>();

    public Memory(ChangeWatch watch) {
      this.watch = watch;
    }

    /// Drops all results, so that the next round analyses everything.
    public void forget() {
      results.clear();
    }
  }

  /// A result with the finding that it is for, and the findings that its analysis reported.
  private record Kept(
      Found.Repository found, RepoResult result, List<Found> findings, List<SearchPlace> places) {

    boolean isOf(Found.Repository other) {
      return found.layout().equals(other.layout())
          && (found.place() == null) == (other.place() == null);
    }

    void tell(Sink<SearchPlace, Found> sink) {
      findings.forEach(sink::found);
      places.forEach(sink::place);
    }
  }

  @Override
  public @Nullable RepoResult analyze(Found found, Sink<SearchPlace, Found> sink, Forks forks) {
    return found instanceof Found.Repository repository
        ? analyze(repository, sink, forks)
        : analysis.analyze(found, sink, forks);
  }

  private @Nullable RepoResult analyze(
      Found.Repository found, Sink<SearchPlace, Found> sink, Forks forks) {
    Kept before = kept.get(found.path());
    if (before != null && before.isOf(found) && watch.isQuiet(found.path())) {
      before.tell(sink);
      return before.result();
    }
    watch(found.layout());
    Recorder recorder = new Recorder(sink);
    RepoResult result = analysis.analyze(found, recorder, forks);
    if (result != null && isOfItsFilesAlone(result)) {
      kept.put(found.path(), recorder.kept(found, result));
    } else {
      kept.remove(found.path());
    }
    return result;
  }

  /// A result is kept only if the watched directories decide it. The state of submodules is
  /// elsewhere, and a failure may end without a change in any file.
  private static boolean isOfItsFilesAlone(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        && report.counts().submodules() == 0;
  }

  private void watch(RepositoryLayout layout) {
    Set<Path> trees = new HashSet<>(Set.of(layout.commonDir().resolve("refs")));
    if (layout.kind() != RepositoryLayout.Kind.BARE) {
      trees.add(layout.path());
    }
    Path common = layout.commonDir();
    List<Path> directories = List.of(common, common.resolve("info"), layout.gitDir());
    watch.begin(layout.path(), trees, new HashSet<>(directories));
  }

  /// Passes on the findings of the analysis, and records them.
  private static final class Recorder implements Sink<SearchPlace, Found> {
    private final Sink<SearchPlace, Found> sink;

    @GuardedBy("this")
    private final List<Found> findings = new ArrayList<>();

    @GuardedBy("this")
    private final List<SearchPlace> places = new ArrayList<>();

    Recorder(Sink<SearchPlace, Found> sink) {
      this.sink = sink;
    }

    synchronized Kept kept(Found.Repository found, RepoResult result) {
      return new Kept(found, result, List.copyOf(findings), List.copyOf(places));
    }

    @Override
    public synchronized void place(SearchPlace place) {
      places.add(place);
      sink.place(place);
    }

    @Override
    public synchronized void found(Found finding) {
      findings.add(finding);
      sink.found(finding);
    }
  }

  @Override
  public RepoResult abandoned(Found found) {
    return analysis.abandoned(found);
  }

  @Override
  public RepoResult failed(Found found, Throwable cause) {
    return analysis.failed(found, cause);
  }

  @Override
  public boolean isFailure(RepoResult result) {
    return analysis.isFailure(result);
  }

  @Override
  public Path pathOf(Found found) {
    return analysis.pathOf(found);
  }

  @Override
  public long patienceMillis() {
    return analysis.patienceMillis();
  }
}
