package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/// One piece of work, and the sink for what it finds.
///
/// A task ends exactly once: when its work is done, when its work throws, or when its thread is
/// abandoned. It reports nothing after that, because its place or finding is no longer open.
abstract sealed class Task<S, F, R> implements Runnable, Searcher.Sink<S, F> {
  final WorkQueue<S, F, R> queue;

  @GuardedBy("queue.lock")
  private boolean ended;

  private Task(WorkQueue<S, F, R> queue) {
    this.queue = queue;
  }

  /// Does the work. An Error ends this piece of work but not the thread; without the thread, the
  /// run would wait until its patience is over.
  @Override
  public final void run() {
    try {
      work();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  abstract void work();

  abstract void fail(Throwable cause);

  /// Ends the task of an abandoned thread.
  abstract void abandon();

  /// Ends the task; returns false if it has ended before.
  @GuardedBy("queue.lock")
  final boolean endNow() {
    boolean now = !ended;
    ended = true;
    return now;
  }

  @Override
  public final void place(S next) {
    queue.lock.lock();
    try {
      if (!ended) {
        queue.addPlace(next);
      }
    } finally {
      queue.lock.unlock();
    }
  }

  @Override
  public final void found(F finding) {
    queue.lock.lock();
    try {
      if (!ended) {
        queue.addFinding(finding);
      }
    } finally {
      queue.lock.unlock();
    }
  }

  /// Visits one place.
  static final class Visit<S, F, R> extends Task<S, F, R> {
    private final S place;

    Visit(WorkQueue<S, F, R> queue, S place) {
      super(queue);
      this.place = place;
    }

    @Override
    void work() {
      queue.work().searcher().visit(place, this);
      end(null);
    }

    @Override
    void fail(Throwable cause) {
      end(queue.work().searcher().failed(place, cause));
    }

    @Override
    void abandon() {
      end(queue.work().searcher().abandoned(place));
    }

    private void end(@Nullable F instead) {
      queue.lock.lock();
      try {
        if (endNow()) {
          if (instead != null) {
            queue.addFinding(instead);
          }
          queue.endVisit();
        }
      } finally {
        queue.lock.unlock();
      }
    }
  }

  /// Analyses one finding.
  static final class Inspection<S, F, R> extends Task<S, F, R> {
    private final F finding;

    Inspection(WorkQueue<S, F, R> queue, F finding) {
      super(queue);
      this.finding = finding;
    }

    @Override
    void work() {
      end(queue.work().analysis().analyze(finding, this, new Parts(queue)));
    }

    @Override
    void fail(Throwable cause) {
      end(queue.work().analysis().failed(finding, cause));
    }

    @Override
    void abandon() {
      end(queue.work().analysis().abandoned(finding));
    }

    private void end(@Nullable R result) {
      queue.lock.lock();
      try {
        if (endNow()) {
          queue.endInspection(finding, result);
        }
      } finally {
        queue.lock.unlock();
      }
    }
  }
}
