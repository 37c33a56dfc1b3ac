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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class WorkerPoolTest {

  /// A search in which each place is one finding.
  private static final class Flat implements Searcher<Integer, Integer> {
    @Override
    public void visit(Integer place, Sink<Integer, Integer> sink) {
      sink.found(place);
    }

    @Override
    public Integer abandoned(Integer place) {
      return place;
    }

    @Override
    public Integer failed(Integer place, Throwable cause) {
      return place;
    }
  }

  /// An analysis that consists of one call.
  private interface Inspector extends Analysis<Integer, Integer, String> {
    @Override
    default String abandoned(Integer finding) {
      return "abandoned";
    }

    @Override
    default String failed(Integer finding, Throwable cause) {
      return String.valueOf(cause.getMessage());
    }

    @Override
    default boolean isFailure(String result) {
      return false;
    }

    @Override
    default Path pathOf(Integer finding) {
      return Path.of(finding.toString());
    }

    @Override
    default long patienceMillis() {
      return 60_000;
    }
  }

  private static WorkerPool<Integer, Integer, String> start(
      int threads, int places, Inspector inspector) {
    WorkerPool<Integer, Integer, String> pool =
        new WorkerPool<>(new Work<>(new Flat(), inspector, null), threads);
    pool.start(IntStream.range(0, places).boxed().toList());
    return pool;
  }

  private static List<String> results(WorkerPool<Integer, Integer, String> pool) {
    List<String> results = new ArrayList<>();
    for (var news = pool.next(); !news.isEmpty(); news = pool.next()) {
      for (Event<Integer, String> event : news) {
        if (event instanceof Event.Finished<Integer, String>(Integer _, String result)) {
          results.add(result);
        }
      }
    }
    return results;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void threadsAreStartedForWorkThatWaits() {
    WorkerPool<Integer, Integer, String> pool = start(1000, 3, (_, _, _) -> "done");
    assertThat(results(pool)).hasSize(3);
    assertThat(pool.threads()).isBetween(1, 6);
  }

  @Test
  void aRunWithoutWorkStartsNoThread() {
    WorkerPool<Integer, Integer, String> pool = start(1000, 0, (_, _, _) -> "done");
    assertThat(results(pool)).isEmpty();
    assertThat(pool.threads()).isZero();
  }

  @Test
  void asManyThreadsWorkAtOnceAsMay() {
    CountDownLatch together = new CountDownLatch(7);
    WorkerPool<Integer, Integer, String> pool =
        start(
            7,
            100,
            (_, _, _) -> {
              together.countDown();
              await(together);
              return "done";
            });
    assertThat(results(pool)).hasSize(100);
    assertThat(together.getCount()).isZero();
    assertThat(pool.threads()).isEqualTo(7);
  }

  @Test
  void oneAnalysisKeepsSeveralThreadsBusy() {
    CountDownLatch together = new CountDownLatch(3);
    Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
    AtomicInteger parts = new AtomicInteger();
    WorkerPool<Integer, Integer, String> pool =
        start(
            3,
            1,
            (_, _, forks) -> {
              assertThat(forks.wanted()).isTrue();
              for (int i = 0; i < 20; i++) {
                forks.fork(() -> {
                  threads.add(Thread.currentThread());
                  together.countDown();
                  await(together);
                  parts.incrementAndGet();
                });
              }
              forks.join();
              return "done " + parts;
            });
    assertThat(results(pool)).containsExactly("done 20");
    assertThat(threads).hasSize(3);
  }

  @Test
  void oneThreadDoesAllPartsItself() {
    AtomicInteger parts = new AtomicInteger();
    WorkerPool<Integer, Integer, String> pool =
        start(
            1,
            1,
            (_, _, forks) -> {
              boolean wanted = forks.wanted();
              forks.fork(parts::incrementAndGet);
              forks.fork(parts::incrementAndGet);
              forks.join();
              return wanted + " " + parts;
            });
    assertThat(results(pool)).containsExactly("false 2");
  }

  @Test
  void anErrorInAPartIsAnErrorOfItsAnalysis() {
    WorkerPool<Integer, Integer, String> pool =
        start(
            2,
            5,
            (finding, _, forks) -> {
              forks.fork(() -> {
                if (finding == 3) {
                  throw new StackOverflowError("too deep");
                }
              });
              forks.join();
              return "done";
            });
    assertThat(results(pool)).containsExactlyInAnyOrder("done", "done", "done", "done", "too deep");
  }

  @Test
  void aPreparationThatCannotBeginIsAFailure() {
    Inspector inspector = (_, _, _) -> "done";
    Preparation<Integer> preparation =
        (finding, ready) -> {
          if (finding == 1) {
            throw new IllegalStateException("not prepared");
          }
          ready.run();
        };
    WorkerPool<Integer, Integer, String> pool =
        new WorkerPool<>(new Work<>(new Flat(), inspector, preparation), 2);
    pool.start(List.of(0, 1, 2));
    assertThat(results(pool)).containsExactlyInAnyOrder("done", "not prepared", "done");
  }
}
