package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/// The parts of one analysis. Free threads take the oldest part; at the end the thread of the
/// analysis takes the newest one, until none is left, and waits for the parts that other threads
/// took.
///
/// An exception or Error in a part does not end the thread that runs the part; the thread of the
/// analysis throws it.
final class Parts implements Forks {
  private final WorkQueue<?, ?, ?> queue;
  private final Condition partDone;

  @GuardedBy("queue.lock")
  private final Deque<Part> waiting = new ArrayDeque<>();

  @GuardedBy("queue.lock")
  private int unfinished;

  @GuardedBy("queue.lock")
  private @Nullable Throwable failure;

  Parts(WorkQueue<?, ?, ?> queue) {
    this.queue = queue;
    this.partDone = queue.lock.newCondition();
  }

  @Override
  public boolean wanted() {
    return queue.hasHandsFree();
  }

  @Override
  public void fork(Runnable part) {
    queue.lock.lock();
    try {
      waiting.addLast(new Part(part));
      unfinished++;
      queue.share(this);
    } finally {
      queue.lock.unlock();
    }
  }

  @Override
  public void join() {
    for (Part own = takeBack(); own != null; own = takeBack()) {
      own.run();
    }
    rethrow();
  }

  /// Returns the oldest part for another thread; null when none waits.
  @Nullable Runnable poll() {
    queue.lock.lock();
    try {
      Part oldest = waiting.pollFirst();
      noteTaken();
      return oldest;
    } finally {
      queue.lock.unlock();
    }
  }

  /// Returns a part that no other thread has taken. Without one, waits while other threads run
  /// parts; returns null when all parts are done.
  private @Nullable Part takeBack() {
    queue.lock.lock();
    try {
      while (unfinished > 0 && waiting.isEmpty()) {
        partDone.awaitUninterruptibly();
      }
      Part newest = waiting.pollLast();
      noteTaken();
      return newest;
    } finally {
      queue.lock.unlock();
    }
  }

  @GuardedBy("queue.lock")
  private void noteTaken() {
    if (waiting.isEmpty()) {
      queue.unshare(this);
    }
  }

  private void noteDone(@Nullable Throwable thrown) {
    queue.lock.lock();
    try {
      unfinished--;
      failure = failure == null ? thrown : failure;
      partDone.signalAll();
    } finally {
      queue.lock.unlock();
    }
  }

  private void rethrow() {
    queue.lock.lock();
    try {
      if (failure instanceof Error e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
    } finally {
      queue.lock.unlock();
    }
  }

  /// A part that records its own end.
  private final class Part implements Runnable {
    private final Runnable work;

    Part(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      Throwable thrown = null;
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
      noteDone(thrown);
    }
  }
}
