package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;

/// The threads of one run. [WorkQueue] decides when one is started and what it does.
///
/// A thread that does not return from one piece of work (because a network file system hangs) is
/// abandoned: the scheduler reports its place or finding as abandoned, another thread replaces it,
/// and its later reports are dropped. All threads are daemons, so one that hangs does not keep the
/// program alive.
final class WorkerPool<S, F, R> {
  static final long TICK_MILLIS = 33;

  private final EventQueue<F, R> events = new EventQueue<>();
  private final WorkQueue<S, F, R> queue;
  private final Patience patience;

  @GuardedBy("queue.lock")
  private final List<Worker<S, F, R>> workers = new ArrayList<>();

  /// @param threads the most threads to start, at least 1
  WorkerPool(Work<S, F, R> work, int threads) {
    queue = new WorkQueue<>(work, this, events, threads);
    patience = new Patience(work.analysis().patienceMillis(), System.nanoTime());
  }

  /// Begins the run.
  void start(List<S> starts) {
    queue.start(starts);
  }

  /// Waits for events of the threads; returns none when the run is over.
  List<Event<F, R>> next() {
    try {
      List<Event<F, R>> news = events.take(TICK_MILLIS);
      lookAfterWorkers();
      return news;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /// Starts one more thread; returns false when the system refuses. The other threads then do the
  /// work.
  boolean hire() {
    queue.lock.lock();
    try {
      Worker<S, F, R> worker = new Worker<>(queue, workers.isEmpty());
      workers.add(worker);
      begin(worker, workers.size() - 1);
      return true;
    } catch (OutOfMemoryError e) {
      workers.removeLast();
      if (workers.isEmpty()) {
        throw e;
      }
      return false;
    } finally {
      queue.lock.unlock();
    }
  }

  private static void begin(Worker<?, ?, ?> worker, int number) {
    Thread.ofPlatform().daemon().name("worker-" + number).start(worker);
  }

  private void lookAfterWorkers() {
    long now = System.nanoTime();
    long pause = patience.pauseUntil(now);
    queue.lock.lock();
    try {
      for (int i = 0; i < workers.size(); i++) {
        Worker<S, F, R> worker = workers.get(i);
        worker.forgive(pause, now);
        if (worker.giveUpIfOverdue(patience, now)) {
          replace(i, worker.prefersSearch());
        }
      }
    } finally {
      queue.lock.unlock();
    }
  }

  @GuardedBy("queue.lock")
  private void replace(int number, boolean prefersSearch) {
    Worker<S, F, R> worker = new Worker<>(queue, prefersSearch);
    workers.set(number, worker);
    queue.replaced();
    begin(worker, number);
  }

  /// Returns the number of threads.
  int threads() {
    queue.lock.lock();
    try {
      return workers.size();
    } finally {
      queue.lock.unlock();
    }
  }
}
