package gitoverit.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs a search and the analysis of what it finds, and hands each result to one consumer.
///
/// All calls of the consumer and of the observer are made by the thread that called `run`.
///
/// @param <S> a place to visit
/// @param <F> a finding
/// @param <R> the result of a finding
public final class Scheduler<S, F, R> {
  private final Work<S, F, R> work;
  private final ProgressObserver observer;
  private int discovered;
  private int done;
  private int errors;

  /// Creates a scheduler for one run without a preparation.
  public Scheduler(Searcher<S, F> searcher, Analysis<S, F, R> analysis, ProgressObserver observer) {
    this(searcher, analysis, observer, null);
  }

  /// Creates a scheduler for one run.
  ///
  /// @param preparation precedes each analysis; null for none
  public Scheduler(
      Searcher<S, F> searcher,
      Analysis<S, F, R> analysis,
      ProgressObserver observer,
      @Nullable Preparation<F> preparation) {
    this.work = new Work<>(searcher, analysis, preparation);
    this.observer = observer;
  }

  /// Searches first, then analyses one finding at a time, all on the calling thread, which waits
  /// for the preparation of each.
  public void runSequentially(List<S> starts, Consumer<R> consumer) {
    Deque<F> findings = new ArrayDeque<>();
    Deque<S> places = new ArrayDeque<>(starts);
    Searcher.Sink<S, F> sink =
        new Searcher.Sink<>() {
          @Override
          public void place(S place) {
            places.push(place);
          }

          @Override
          public void found(F finding) {
            findings.add(finding);
            observeDiscovered(finding);
          }
        };
    search(places, sink);
    observer.collectingStarted(discovered);
    while (!findings.isEmpty()) {
      F finding = findings.pop();
      finish(finding, prepareAndAnalyze(finding, sink), consumer);
      search(places, sink);
    }
    observer.finished();
  }

  private R prepareAndAnalyze(F finding, Searcher.Sink<S, F> sink) {
    try {
      R result = null;
      while (result == null) {
        if (work.preparation() != null) {
          prepare(work.preparation(), finding);
        }
        result = work.analysis().analyze(finding, sink, Forks.NONE);
      }
      return result;
    } catch (RuntimeException | Error e) {
      return work.analysis().failed(finding, e);
    }
  }

  private void prepare(Preparation<F> needed, F finding) {
    CountDownLatch ready = new CountDownLatch(1);
    needed.begin(finding, ready::countDown);
    try {
      while (!ready.await(WorkerPool.TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        observer.tick();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void search(Deque<S> places, Searcher.Sink<S, F> sink) {
    while (!places.isEmpty()) {
      visit(places.pop(), sink);
      observer.tick();
    }
  }

  private void visit(S place, Searcher.Sink<S, F> sink) {
    try {
      work.searcher().visit(place, sink);
    } catch (RuntimeException | Error e) {
      sink.found(work.searcher().failed(place, e));
    }
  }

  /// Searches and analyses at the same time.
  ///
  /// @param workers the most threads to start, at least 1
  public void runInParallel(int workers, List<S> starts, Consumer<R> consumer) {
    WorkerPool<S, F, R> pool = new WorkerPool<>(work, workers);
    pool.start(starts);
    for (List<Event<F, R>> news = pool.next(); !news.isEmpty(); news = pool.next()) {
      for (Event<F, R> event : news) {
        event.deliver(this, consumer);
      }
    }
    observer.finished();
  }

  void observeDiscovered(F finding) {
    discovered++;
    observer.discovering(work.analysis().pathOf(finding), discovered);
  }

  void observeEndOfDiscovery() {
    observer.collectingStarted(discovered);
  }

  void observeTime() {
    observer.tick();
  }

  void finish(F finding, R result, Consumer<R> consumer) {
    done++;
    if (work.analysis().isFailure(result)) {
      errors++;
      observer.error(work.analysis().pathOf(finding), errors);
    }
    consumer.accept(result);
    observer.done(work.analysis().pathOf(finding), done);
  }
}
