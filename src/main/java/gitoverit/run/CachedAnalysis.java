package gitoverit.run;

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

/// An analysis that remembers: of a repository in which nothing has changed, it gives the result of
/// last time, and what the analysis then came upon.
public final class CachedAnalysis implements Analysis<SearchPlace, Found, RepoResult> {
  private final Analysis<SearchPlace, Found, RepoResult> analysis;
  private final ChangeWatch watch;
  private final Map<Path, Kept> kept;

  /// Makes one for a single round.
  ///
  /// @param memory what the rounds before have left, and this one leaves
  public CachedAnalysis(Analysis<SearchPlace, Found, RepoResult> analysis, Memory memory) {
    this.analysis = analysis;
    this.watch = memory.watch;
    this.kept = memory.results;
  }

  /// What is kept from round to round.
  public static final class Memory {
    private final ChangeWatch watch;
    private final Map<Path, Kept> results = new ConcurrentHashMap<>();

    public Memory(ChangeWatch watch) {
      this.watch = watch;
    }

    /// Has everything analysed again.
    public void forget() {
      results.clear();
    }
  }

  /// A result with all that led to it and all it led to.
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
      kept.put(found.path(), new Kept(found, result, recorder.findings, recorder.places));
    } else {
      kept.remove(found.path());
    }
    return result;
  }

  /// The state of submodules lies in other places, and a failure may end without a trace.
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

  /// Hands on what the analysis comes upon, and keeps it.
  private static final class Recorder implements Sink<SearchPlace, Found> {
    private final Sink<SearchPlace, Found> sink;
    private final List<Found> findings = new ArrayList<>();
    private final List<SearchPlace> places = new ArrayList<>();

    Recorder(Sink<SearchPlace, Found> sink) {
      this.sink = sink;
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
