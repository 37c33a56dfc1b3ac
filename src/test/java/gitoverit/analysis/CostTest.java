package gitoverit.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.analysis.AnalysisOptions.Source;
import gitoverit.report.LineTotals;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoReport.Engine;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import gitoverit.schedule.Forks;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the cost of an answer by counters, not by time: a clean file needs one `stat`, a directory
/// is listed once, and git is not started for facts that the engine can read.
final class CostTest {
  private static final int TRACKED = 12;
  private static final int DIRECTORIES = 4;

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

  /// Long directories with and without subdirectories, and changes in all of them.
  private static final String MANY_FILES =
      """
      for d in $(seq 101 160); do
        mkdir -p wide/$d/deep
        for n in 1 2 3 4 5; do echo $d > wide/$d/file$n; echo $d > wide/$d/deep/$n; done
      done
      mkdir flat
      for n in $(seq 1001 1800); do echo $n > flat/$n; done
      find . -path ./.git -prune -o -type f -exec touch -d '1 hour ago' {} +
      git add -A; git commit -qm many
      rm -r wide/10? wide/131/deep flat/111? flat/1700 flat/18*
      rm -r wide/150/deep; echo file > wide/150/deep
      echo more >> flat/1234; echo more >> wide/145/deep/3
      echo new > flat/new; echo new > wide/120/new; mkdir wide/new; echo new > wide/new/file
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
    assertThat(report.provenance().stats())
        .isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void untrackedFilesNeedNoGit() throws IOException {
    repo.write("untracked", "text").write("one/untracked", "text").write("new/untracked", "text");
    RepoReport report = analyze(true);
    assertThat(worktree(report).untracked()).isEqualTo(3);
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
    assertThat(report.provenance().stats())
        .isEqualTo(new Stats(0, TRACKED, TRACKED + 3, DIRECTORIES + 1, 0));
  }

  @Test
  void anIgnoredDirectoryIsNotListed() throws IOException {
    repo.write(".git/info/exclude", "/build/\n").write("build/deep/output", "text");
    RepoReport report = analyze(true);
    assertThat(report.dirty()).isFalse();
    assertThat(report.provenance().stats())
        .isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void aLineAppendedIsCountedWithoutGit() throws IOException {
    repo.sh("echo more >> one/file-1-one");
    RepoReport report = analyze(true);
    assertThat(worktree(report).lines()).isEqualTo(new LineTotals(1, 0));
    assertThat(report.engine()).isEqualTo(Engine.NATIVE);
    assertThat(report.provenance().stats())
        .isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 0));
  }

  @Test
  void onlyATouchedFileIsComparedByContent() throws IOException {
    repo.sh("touch -d '2 hours ago' two/file-2-two");
    RepoReport report = analyze(true);
    assertThat(report.dirty()).isFalse();
    assertThat(report.provenance().stats())
        .isEqualTo(new Stats(0, TRACKED, TRACKED, DIRECTORIES, 1));
  }

  @Test
  void metadataAloneTouchesNoWorktree() throws IOException {
    assertThat(analyze(false).provenance().stats()).isEqualTo(Stats.ofProcesses(0));
  }

  @Test
  void aPopulatedSubmoduleIsLeftToGit() throws IOException {
    sandbox.init("library").write("file", "text").commit("library");
    repo.sh("git submodule --quiet add ../library library; git commit -qm submodule");
    RepoReport report = analyze(true);
    assertThat(report.engine()).isEqualTo(Engine.GIT);
    assertThat(report.provenance().stats().processes()).isPositive();
  }

  @Test
  void aWorktreeSharedByThreadsIsAnsweredAlikeAndCostsTheSame() throws IOException {
    repo.sh(MANY_FILES);
    RepoReport alone = analyze(true);
    assertThat(repo.sh("git status --porcelain | cut -c 1-2 | sort | uniq -c | tr -s ' '"))
        .isEqualTo(" 112 D\n 2 M\n 4 ??");
    assertThat(worktree(alone).deleted()).isEqualTo(112);
    assertThat(worktree(alone).modified()).isEqualTo(2);
    assertThat(worktree(alone).untracked()).isEqualTo(4);
    EagerForks forks = new EagerForks();
    RepoReport shared = analyze(true, forks);
    assertThat(forks.parts).hasValueGreaterThan(3);
    assertThat(worktree(shared)).isEqualTo(worktree(alone));
    assertThat(shared.provenance().stats()).isEqualTo(alone.provenance().stats());
  }

  @ParameterizedTest
  @ValueSource(strings = {"histogram", "patience"})
  void anotherAlgorithmCostsNothingWithoutAChange(String algorithm) throws IOException {
    repo.git("config", "diff.algorithm", algorithm);
    assertThat(analyze(true).provenance().stats().processes()).isZero();
    repo.sh("echo more >> one/file-1-one");
    assertThat(analyze(true).provenance().stats().processes()).isPositive();
  }

  private RepoReport analyze(boolean worktree) throws IOException {
    return analyze(worktree, Forks.NONE);
  }

  private RepoReport analyze(boolean worktree, Forks forks) throws IOException {
    AnalysisOptions options =
        new AnalysisOptions(worktree, SandboxAnalysis.TIMEOUT_MILLIS, Source.FILES_FIRST);
    return SandboxAnalysis.report(repo, options, forks);
  }

  private static WorktreeStatus worktree(RepoReport report) {
    return requireNonNull(report.worktree());
  }

  /// Runs each part on a thread of its own as soon as there is one.
  private static final class EagerForks implements Forks {
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final AtomicInteger parts = new AtomicInteger();

    @Override
    public boolean wanted() {
      return true;
    }

    @Override
    public void fork(Runnable part) {
      parts.incrementAndGet();
      threads.add(Thread.ofPlatform().start(part));
    }

    @Override
    public void join() {
      for (Thread thread = threads.poll(); thread != null; thread = threads.poll()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
