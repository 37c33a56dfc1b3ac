package gitoverit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SchedulerTest {

  /// A search whose places are numbers: each place leads to its two children below the limit, and
  /// each is a finding.
  private static class NumberTree implements Searcher<Integer, Integer> {
    private final int limit;

    NumberTree(int limit) {
      this.limit = limit;
    }

    @Override
    public void visit(Integer place, Sink<Integer, Integer> sink) {
      sink.found(place);
      for (int child = 2 * place; child <= 2 * place + 1; child++) {
        if (child < limit) {
          sink.place(child);
        }
      }
    }

    @Override
    public Integer abandoned(Integer place) {
      return -place;
    }

    @Override
    public Integer failed(Integer place, Throwable cause) {
      return -100 * place;
    }
  }

  private static class Squares implements Analysis<Integer, Integer, Long> {
    @Override
    public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
      return (long) finding * finding;
    }

    @Override
    public Long abandoned(Integer finding) {
      return -1L;
    }

    @Override
    public Long failed(Integer finding, Throwable cause) {
      return -2L;
    }

    @Override
    public boolean isFailure(Long result) {
      return result < 0;
    }

    @Override
    public Path pathOf(Integer finding) {
      return Path.of(finding.toString());
    }

    @Override
    public long patienceMillis() {
      return 60_000;
    }
  }

  private static final class Recorder implements ProgressObserver {
    private final List<String> calls = new ArrayList<>();
    private final Set<Thread> threads = new HashSet<>();

    private void record(String call) {
      calls.add(call);
      threads.add(Thread.currentThread());
    }

    @Override
    public void discovering(Path repository, int found) {
      record("discovering " + found);
    }

    @Override
    public void collectingStarted(int total) {
      record("started " + total);
    }

    @Override
    public void done(Path repository, int done) {
      record("done " + done);
    }

    @Override
    public void error(Path repository, int errors) {
      record("error " + errors);
    }

    @Override
    public void tick() {
      threads.add(Thread.currentThread());
    }

    @Override
    public void finished() {
      record("finished");
    }
  }

  private static List<Long> squaresBelow(int limit) {
    return IntStream.range(1, limit).mapToObj(i -> (long) i * i).toList();
  }

  @Test
  void analysesEveryFindingOnceInParallel() {
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(5000), new Squares(), ProgressObserver.SILENT)
        .runInParallel(4, List.of(1), results::add);
    assertThat(results).containsExactlyInAnyOrderElementsOf(squaresBelow(5000));
  }

  @Test
  void oneWorkerIsEnough() {
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(2000), new Squares(), ProgressObserver.SILENT)
        .runInParallel(1, List.of(1), results::add);
    assertThat(results).containsExactlyInAnyOrderElementsOf(squaresBelow(2000));
  }

  @Test
  void analysesOnTheCallingThreadAfterTheSearchWhenSequential() {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    Squares analysis =
        new Squares() {
          @Override
          public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
            threads.add(Thread.currentThread());
            return super.analyze(finding, sink, forks);
          }
        };
    Recorder recorder = new Recorder();
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(10), analysis, recorder)
        .runSequentially(List.of(1), results::add);
    assertThat(results).containsExactlyInAnyOrderElementsOf(squaresBelow(10));
    assertThat(threads).containsOnly(Thread.currentThread());
    assertThat(recorder.calls.subList(0, 10))
        .startsWith("discovering 1", "discovering 2")
        .endsWith("discovering 9", "started 9");
  }

  @Test
  void tellsTheObserverOnTheCallingThreadAndInOrder() {
    Recorder recorder = new Recorder();
    new Scheduler<>(new NumberTree(4), new Squares(), recorder)
        .runInParallel(2, List.of(1), _ -> {});
    assertThat(recorder.threads).containsOnly(Thread.currentThread());
    assertThat(recorder.calls)
        .containsSubsequence("discovering 1", "discovering 2", "discovering 3", "started 3")
        .containsSubsequence("done 1", "done 2", "done 3", "finished")
        .endsWith("finished");
  }

  @Test
  void countsFailures() {
    Squares failing =
        new Squares() {
          @Override
          public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
            return finding == 2 ? -1L : super.analyze(finding, sink, forks);
          }
        };
    Recorder recorder = new Recorder();
    new Scheduler<>(new NumberTree(4), failing, recorder).runInParallel(2, List.of(1), _ -> {});
    assertThat(recorder.calls).contains("error 1").doesNotContain("error 2");
  }

  @Test
  void endsWhenThereIsNothingToSearch() {
    Recorder recorder = new Recorder();
    new Scheduler<>(new NumberTree(4), new Squares(), recorder)
        .runInParallel(2, List.of(), _ -> {});
    assertThat(recorder.calls).containsExactly("started 0", "finished");
  }

  @Test
  void analysisBeginsWhileTheSearchGoesOn() {
    CountDownLatch analysed = new CountDownLatch(1);
    AtomicInteger waits = new AtomicInteger();
    NumberTree slow =
        new NumberTree(4) {
          @Override
          public void visit(Integer place, Sink<Integer, Integer> sink) {
            if (place == 2) {
              await(analysed);
              waits.incrementAndGet();
            }
            super.visit(place, sink);
          }
        };
    Squares counting =
        new Squares() {
          @Override
          public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
            analysed.countDown();
            return super.analyze(finding, sink, forks);
          }
        };
    List<Long> results = new ArrayList<>();
    new Scheduler<>(slow, counting, ProgressObserver.SILENT)
        .runInParallel(2, List.of(1), results::add);
    assertThat(waits).hasValue(1);
    assertThat(results).hasSize(3);
  }

  /// The analysis does not go on until the search is far ahead, and for some time more, in which a
  /// search without a limit would visit every place.
  @Test
  void theSearchWaitsForTheAnalysisWhenFarAhead() {
    AtomicInteger ahead = new AtomicInteger();
    AtomicInteger mostAhead = new AtomicInteger();
    CountDownLatch farAhead = new CountDownLatch(1);
    NumberTree counting =
        new NumberTree(5000) {
          @Override
          public void visit(Integer place, Sink<Integer, Integer> sink) {
            int now = ahead.incrementAndGet();
            mostAhead.accumulateAndGet(now, Math::max);
            if (now >= WorkQueue.LOOK_AHEAD) {
              farAhead.countDown();
            }
            super.visit(place, sink);
          }
        };
    Squares slow =
        new Squares() {
          @Override
          public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
            ahead.decrementAndGet();
            if (farAhead.getCount() > 0) {
              await(farAhead);
              sleep(100);
            }
            return super.analyze(finding, sink, forks);
          }
        };
    new Scheduler<>(counting, slow, ProgressObserver.SILENT).runInParallel(3, List.of(1), _ -> {});
    assertThat(mostAhead).hasValueBetween(WorkQueue.LOOK_AHEAD, WorkQueue.LOOK_AHEAD + 3);
  }

  private static List<Long> run(
      int workers, Searcher<Integer, Integer> searcher, Analysis<Integer, Integer, Long> analysis) {
    List<Long> results = new ArrayList<>();
    Scheduler<Integer, Integer, Long> scheduler =
        new Scheduler<>(searcher, analysis, ProgressObserver.SILENT);
    if (workers == 0) {
      scheduler.runSequentially(List.of(1), results::add);
    } else {
      scheduler.runInParallel(workers, List.of(1), results::add);
    }
    return results;
  }

  @Test
  void anErrorInTheSearchCostsOnlyItsOwnPlace() {
    NumberTree overflowing =
        new NumberTree(50) {
          @Override
          public void visit(Integer place, Sink<Integer, Integer> sink) {
            if (place == 49) {
              throw new StackOverflowError();
            }
            super.visit(place, sink);
          }
        };
    for (int workers = 2; workers >= 0; workers--) {
      assertThat(run(workers, overflowing, new Squares()))
          .hasSize(49)
          .contains(4900L * 4900)
          .doesNotContain(49L * 49);
    }
  }

  @Test
  void anErrorInTheAnalysisCostsOnlyItsOwnRow() {
    Squares incomplete =
        delayedAtThree(
            () -> {
              throw new NoClassDefFoundError("Missing");
            },
            60_000);
    for (int workers = 2; workers >= 0; workers--) {
      assertThat(run(workers, new NumberTree(50), incomplete))
          .hasSize(49)
          .contains(-2L)
          .doesNotContain(9L);
    }
  }

  @Test
  void aHungAnalysisCostsOnlyItsOwnRow() {
    CountDownLatch never = new CountDownLatch(1);
    Squares hanging = delayedAtThree(() -> await(never), 150);
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(50), hanging, ProgressObserver.SILENT)
        .runInParallel(1, List.of(1), results::add);
    never.countDown();
    assertThat(results).hasSize(49).contains(-1L).doesNotContain(9L);
  }

  /// As when the program is stopped and goes on later, with all its threads.
  @Test
  void timeInWhichNobodyLookedDoesNotCount() {
    CountDownLatch pauseOver = new CountDownLatch(1);
    Runnable delay =
        () -> {
          await(pauseOver);
          sleep(10 * WorkerPool.TICK_MILLIS);
        };
    Squares paused = delayedAtThree(delay, Patience.PAUSE_MILLIS);
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(10), paused, ProgressObserver.SILENT)
        .runInParallel(
            2,
            List.of(1),
            result -> {
              if (results.isEmpty()) {
                sleep(3 * Patience.PAUSE_MILLIS);
                pauseOver.countDown();
              }
              results.add(result);
            });
    assertThat(results).hasSize(9).contains(9L).doesNotContain(-1L);
  }

  @Test
  void aHungDirectoryBecomesAFinding() {
    CountDownLatch never = new CountDownLatch(1);
    NumberTree hanging =
        new NumberTree(50) {
          @Override
          public void visit(Integer place, Sink<Integer, Integer> sink) {
            if (place == 49) {
              await(never);
            }
            super.visit(place, sink);
          }
        };
    Squares impatient =
        new Squares() {
          @Override
          public long patienceMillis() {
            return 150;
          }
        };
    List<Long> results = new ArrayList<>();
    new Scheduler<>(hanging, impatient, ProgressObserver.SILENT)
        .runInParallel(2, List.of(1), results::add);
    never.countDown();
    assertThat(results).hasSize(49).contains(49L * 49);
  }

  private static Squares delayedAtThree(Runnable delay, long patienceMillis) {
    return new Squares() {
      @Override
      public Long analyze(Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
        if (finding == 3) {
          delay.run();
        }
        return super.analyze(finding, sink, forks);
      }

      @Override
      public long patienceMillis() {
        return patienceMillis;
      }
    };
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A preparation that prepares each finding twice, on a thread of its own.
  private static final class Twice
      implements Preparation<Integer>, Analysis<Integer, Integer, Long> {
    private final Squares squares = new Squares();
    private final AtomicInteger prepared = new AtomicInteger();
    private final Set<Integer> once = Collections.synchronizedSet(new HashSet<>());

    @Override
    public void begin(Integer finding, Runnable ready) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            prepared.incrementAndGet();
            ready.run();
          });
    }

    @Override
    public @Nullable Long analyze(
        Integer finding, Searcher.Sink<Integer, Integer> sink, Forks forks) {
      return once.add(finding) ? null : squares.analyze(finding, sink, forks);
    }

    @Override
    public Long abandoned(Integer finding) {
      return squares.abandoned(finding);
    }

    @Override
    public Long failed(Integer finding, Throwable cause) {
      return squares.failed(finding, cause);
    }

    @Override
    public boolean isFailure(Long result) {
      return squares.isFailure(result);
    }

    @Override
    public Path pathOf(Integer finding) {
      return squares.pathOf(finding);
    }

    @Override
    public long patienceMillis() {
      return squares.patienceMillis();
    }
  }

  @Test
  void whatIsNotYetReadyIsPreparedAgain() {
    for (int workers = 0; workers < 3; workers++) {
      Twice twice = new Twice();
      List<Long> results = new ArrayList<>();
      Scheduler<Integer, Integer, Long> scheduler =
          new Scheduler<>(new NumberTree(50), twice, new Recorder(), twice);
      if (workers == 0) {
        scheduler.runSequentially(List.of(1), results::add);
      } else {
        scheduler.runInParallel(workers, List.of(1), results::add);
      }
      assertThat(results).hasSize(49).contains(1L, 49L * 49L);
      assertThat(twice.prepared).hasValue(98);
    }
  }

  @Test
  void nobodyWaitsForThePreparationOfAnother() throws Exception {
    CountDownLatch others = new CountDownLatch(48);
    Preparation<Integer> preparation =
        (finding, ready) -> {
          if (finding == 1) {
            Thread.ofPlatform()
                .daemon()
                .start(() -> {
                  await(others);
                  ready.run();
                });
          } else {
            ready.run();
          }
        };
    List<Long> results = new ArrayList<>();
    new Scheduler<>(new NumberTree(50), new Squares(), new Recorder(), preparation)
        .runInParallel(
            1,
            List.of(1),
            result -> {
              results.add(result);
              others.countDown();
            });
    assertThat(results).hasSize(49).endsWith(1L);
  }
}
