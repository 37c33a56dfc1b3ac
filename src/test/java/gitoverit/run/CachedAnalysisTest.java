package gitoverit.run;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.discovery.Found;
import gitoverit.discovery.SearchPlace;
import gitoverit.fs.ChangeWatch;
import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import gitoverit.report.HeadState;
import gitoverit.report.Provenance;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteState;
import gitoverit.report.RepoCounts;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.Stats;
import gitoverit.schedule.Analysis;
import gitoverit.schedule.Forks;
import gitoverit.schedule.Searcher.Sink;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class CachedAnalysisTest {
  private @TempDir Path temporary;
  private GitSandbox.Repo repo;
  private Found.Repository found;
  private int submodules;
  private final List<Path> analysed = new ArrayList<>();
  private final List<Path> told = new ArrayList<>();

  @BeforeEach
  void makeRepository() throws Exception {
    repo = GitSandbox.in(temporary).init("r");
    RepositoryLayout layout = new LayoutReader(FileAccess.create()).readWorktree(repo.path());
    found = new Found.Repository(layout, SearchPlace.start(repo.path()));
  }

  /// An analysis that counts, and comes upon one place each time.
  private final class Counting implements Analysis<SearchPlace, Found, RepoResult> {
    @Override
    public RepoResult analyze(Found one, Sink<SearchPlace, Found> sink, Forks forks) {
      analysed.add(one.path());
      sink.place(SearchPlace.start(one.path().resolve("nested")));
      return new RepoResult.Analyzed(report());
    }

    @Override
    public RepoResult abandoned(Found one) {
      throw new AssertionError(one);
    }

    @Override
    public RepoResult failed(Found finding, Throwable cause) {
      throw new AssertionError(cause);
    }

    @Override
    public boolean isFailure(RepoResult result) {
      return false;
    }

    @Override
    public Path pathOf(Found one) {
      return one.path();
    }

    @Override
    public long patienceMillis() {
      return 1000;
    }
  }

  private RepoReport report() {
    return new RepoReport(
        found.layout(),
        new HeadState("main", null, null),
        new RemoteState(null, null, null, RemoteActions.NONE),
        null,
        new RepoCounts(submodules, 0),
        List.of(),
        null,
        Provenance.ofNative(Stats.ofProcesses(0)));
  }

  private void round(ChangeWatch watch, CachedAnalysis.Memory memory) {
    Sink<SearchPlace, Found> sink =
        new Sink<>() {
          @Override
          public void place(SearchPlace place) {
            told.add(place.path());
          }

          @Override
          public void found(Found finding) {}
        };
    watch.update();
    new CachedAnalysis(new Counting(), memory).analyze(found, sink, Forks.NONE);
  }

  /// The system tells at once, but Java reads what it tells on a thread of its own.
  private void awaitNews(ChangeWatch watch) throws InterruptedException {
    for (int i = 0; i < 1000 && watch.isQuiet(repo.path()); i++) {
      Thread.sleep(10);
      watch.update();
    }
  }

  @Test
  void onlyWhatHasChangedIsAnalysedAgain() throws Exception {
    try (ChangeWatch watch = new ChangeWatch(FileAccess.create())) {
      CachedAnalysis.Memory memory = new CachedAnalysis.Memory(watch);
      round(watch, memory);
      round(watch, memory);
      assertThat(analysed).hasSize(1);
      assertThat(told).as("nested places are told each time").hasSize(2);
      repo.write("deep/file", "x");
      awaitNews(watch);
      round(watch, memory);
      repo.write("deep/file", "y");
      awaitNews(watch);
      round(watch, memory);
      repo.git("commit", "-q", "--allow-empty", "-m", "one");
      awaitNews(watch);
      round(watch, memory);
      assertThat(analysed).hasSize(4);
      memory.forget();
      round(watch, memory);
      assertThat(analysed).hasSize(5);
    }
  }

  @Test
  void whatMayChangeElsewhereIsAnalysedEachTime() throws Exception {
    submodules = 1;
    try (ChangeWatch watch = new ChangeWatch(FileAccess.create())) {
      CachedAnalysis.Memory memory = new CachedAnalysis.Memory(watch);
      round(watch, memory);
      round(watch, memory);
      assertThat(analysed).hasSize(2);
    }
  }
}
