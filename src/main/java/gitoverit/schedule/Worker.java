package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/// One thread: takes work until there is none left, or until it is abandoned.
final class Worker<S, F, R> implements Runnable {
  private final WorkQueue<S, F, R> queue;
  private final boolean prefersSearch;

  /// The task in progress, which must end in time. A part has no such limit, because its analysis
  /// waits for it.
  @GuardedBy("queue.lock")
  private @Nullable Task<?, ?, ?> task;

  /// The time when the task began, by `System.nanoTime`.
  @GuardedBy("queue.lock")
  private long since;

  @GuardedBy("queue.lock")
  private boolean givenUp;

  Worker(WorkQueue<S, F, R> queue, boolean prefersSearch) {
    this.queue = queue;
    this.prefersSearch = prefersSearch;
  }

  boolean prefersSearch() {
    return prefersSearch;
  }

  @Override
  public void run() {
    try {
      queue.arrive();
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Runnable next() throws InterruptedException {
    queue.lock.lock();
    try {
      task = null;
      Runnable next = givenUp ? null : queue.take(prefersSearch);
      if (next instanceof Task<?, ?, ?> begun) {
        task = begun;
        since = System.nanoTime();
      }
      return next;
    } finally {
      queue.lock.unlock();
    }
  }

  /// Subtracts a pause of the program from the time that the task has taken.
  void forgive(long pauseNanos, long now) {
    queue.lock.lock();
    try {
      since += Math.min(pauseNanos, now - since);
    } finally {
      queue.lock.unlock();
    }
  }

  /// Ends the task, and later the thread, if the task has taken too long; returns whether it has.
  boolean giveUpIfOverdue(Patience patience, long now) {
    queue.lock.lock();
    try {
      Task<?, ?, ?> overdue = task;
      if (overdue == null || !patience.isOver(since, now)) {
        return false;
      }
      givenUp = true;
      task = null;
      overdue.abandon();
      return true;
    } finally {
      queue.lock.unlock();
    }
  }
}
