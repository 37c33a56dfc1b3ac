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
/// @param <S> a place to look at
/// @param <F> a finding
/// @param <R> what becomes of a finding
public final class Scheduler<S, F, R> {
  private final Searcher<S, F> searcher;
  private final Analysis<S, F, R> analysis;
  private final ProgressObserver observer;
  private final @Nullable Preparation<F> preparation;
  private int discovered;
  private int done;
  private int errors;

  /// Makes a scheduler for one run in which nothing has to be prepared.
  public Scheduler(Searcher<S, F> searcher, Analysis<S, F, R> analysis, ProgressObserver observer) {
    this(searcher, analysis, observer, null);
  }

  /// Makes a scheduler for one run.
  ///
  /// @param preparation what each finding goes through before its analysis; null for nothing
  public Scheduler(
      Searcher<S, F> searcher,
      Analysis<S, F, R> analysis,
      ProgressObserver observer,
      @Nullable Preparation<F> preparation) {
    this.searcher = searcher;
    this.analysis = analysis;
    this.observer = observer;
    this.preparation = preparation;
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
    while (true) {
      if (preparation != null) {
        prepare(preparation, finding);
      }
      R result = analysis.analyze(finding, sink, Forks.NONE);
      if (result != null) {
        return result;
      }
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
      searcher.visit(places.pop(), sink);
      observer.tick();
    }
  }

  /// Searches and analyses at the same time on `workers` threads, at least 1.
  public void runInParallel(int workers, List<S> starts, Consumer<R> consumer) {
    WorkerPool<S, F, R> pool = new WorkerPool<>(searcher, analysis, preparation, starts);
    pool.start(workers);
    for (List<Event<F, R>> told = pool.next(); !told.isEmpty(); told = pool.next()) {
      told.forEach(event -> event.deliver(this, consumer));
    }
    observer.finished();
  }

  void observeDiscovered(F finding) {
    discovered++;
    observer.discovering(analysis.pathOf(finding), discovered);
  }

  void observeEndOfDiscovery() {
    observer.collectingStarted(discovered);
  }

  void observeTime() {
    observer.tick();
  }

  void finish(F finding, R result, Consumer<R> consumer) {
    done++;
    if (analysis.isFailure(result)) {
      errors++;
      observer.error(analysis.pathOf(finding), errors);
    }
    consumer.accept(result);
    observer.done(analysis.pathOf(finding), done);
  }
}
