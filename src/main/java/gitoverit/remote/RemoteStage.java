package gitoverit.remote;

import gitoverit.git.command.ChildProcesses;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The threads that wait for remotes. There are more of them than processors, because they do
/// nothing but wait; each ends when there is nothing more for it to begin.
final class RemoteStage {
  private final ReentrantLock lock = new ReentrantLock();
  private final RemoteQueue queue;
  private final ChildProcesses children;

  /// Makes a stage.
  ///
  /// @param most how many tasks may be under way at once
  /// @param limits tells how many of a lane may be
  /// @param children has the clock for what comes too late
  RemoteStage(int most, ToIntFunction<String> limits, ChildProcesses children) {
    this.queue = new RemoteQueue(most, limits);
    this.children = children;
  }

  /// Has a task done as soon as its turn comes.
  void submit(RemoteTask task) {
    lock.lock();
    try {
      queue.add(task);
      begin();
    } finally {
      lock.unlock();
    }
  }

  /// Has a task done, but not before some time has passed.
  void submitAfter(long millis, RemoteTask task) {
    ScheduledFuture<?> _ = children.after(millis, () -> submit(task));
  }

  /// Halves what a lane may have under way.
  void throttle(String lane) {
    lock.lock();
    try {
      queue.throttle(lane);
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    RemoteTask next = queue.next();
    if (next != null) {
      Thread.ofPlatform().daemon().name("remote").start(new Turn(next));
    }
  }

  /// A thread's way from task to task.
  private final class Turn implements Runnable {
    private @Nullable RemoteTask task;
    private boolean givenUp;

    Turn(RemoteTask first) {
      this.task = first;
    }

    @Override
    public void run() {
      for (RemoteTask now = task; now != null; now = finished(now)) {
        RemoteTask watched = now;
        ScheduledFuture<?> watch = children.after(now.patienceMillis(), () -> giveUp(watched));
        try {
          now.run();
        } catch (CancellationException _) {
          return;
        } finally {
          watch.cancel(false);
        }
      }
    }

    private @Nullable RemoteTask finished(RemoteTask done) {
      lock.lock();
      try {
        if (givenUp) {
          return null;
        }
        queue.done(done.lane());
        task = queue.next();
        return task;
      } finally {
        lock.unlock();
      }
    }

    /// Leaves the thread to itself and lets another one take its seat.
    private void giveUp(RemoteTask late) {
      lock.lock();
      try {
        if (givenUp || !late.equals(task)) {
          return;
        }
        givenUp = true;
        queue.done(late.lane());
        begin();
      } finally {
        lock.unlock();
      }
      late.abandoned();
    }
  }
}
