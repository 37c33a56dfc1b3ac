package gitoverit.remote.stage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.git.command.ChildProcesses;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Runs tasks on threads that wait for remotes. There are more threads than processors, because
/// they do nothing but wait; a thread ends when no task may start.
public final class RemoteStage {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final RemoteQueue queue;

  private final ChildProcesses children;

  /// Creates a stage.
  ///
  /// @param most the number of tasks that may run at the same time
  /// @param limits the number for each lane
  /// @param children has the clock for delays and deadlines
  public RemoteStage(int most, ToIntFunction<Lane> limits, ChildProcesses children) {
    this.queue = new RemoteQueue(most, limits);
    this.children = children;
  }

  /// Runs a task when its turn comes.
  public void submit(RemoteTask task) {
    lock.lock();
    try {
      queue.add(task);
      begin();
    } finally {
      lock.unlock();
    }
  }

  /// Runs a task after a delay, when its turn comes.
  public void submitAfter(long millis, RemoteTask task) {
    ScheduledFuture<?> _ = children.after(millis, () -> submit(task));
  }

  /// Halves the limit of a lane.
  public void throttle(Lane lane) {
    lock.lock();
    try {
      queue.throttle(lane);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void begin() {
    RemoteTask next = queue.next();
    if (next != null) {
      Thread.ofPlatform().daemon().name("remote").start(new Turn(next));
    }
  }

  /// A thread, which runs one task after another.
  private final class Turn implements Runnable {
    private final RemoteTask first;

    @GuardedBy("lock")
    private @Nullable RemoteTask task;

    @GuardedBy("lock")
    private boolean givenUp;

    Turn(RemoteTask first) {
      this.first = first;
      this.task = first;
    }

    @Override
    public void run() {
      for (RemoteTask now = first; now != null; now = finished(now)) {
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

    /// Abandons the thread and starts another one in its place.
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
