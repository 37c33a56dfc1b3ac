package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Queues the work of one run: places to search, newest first, findings to analyse, oldest first,
/// and parts of analyses that several threads share.
///
/// The first worker prefers places, so that the total is known early; the others prefer findings.
/// The search pauses while [#LOOK_AHEAD] findings wait, so that memory does not grow with the
/// number of repositories. A part is taken only when nothing else waits.
///
/// Two counters decide when a run ends. A place is open from the moment it is added until its visit
/// ends, and a finding until its result is an event: it may be in its preparation, in the queue or
/// under analysis. What a visit or an analysis adds is counted before the visit or the analysis
/// itself ends. So the search has ended when no place is open, and the run has ended when no
/// finding is open either.
///
/// A thread is started only when work waits and no thread is free. Each new thread starts the next
/// one if work still waits, so the worker that finds the work never starts more than one thread.
///
/// One lock guards the queue, its tasks, their parts and the workers. A piece of work is a
/// directory or a whole repository, so the lock is taken some ten thousand times in a large run and
/// held briefly. A method that needs the lock takes it again, at no measurable cost.
final class WorkQueue<S, F, R> {
  static final int LOOK_AHEAD = 256;

  final ReentrantLock lock = new ReentrantLock();
  private final Condition workAdded = lock.newCondition();
  private final Work<S, F, R> work;
  private final WorkerPool<S, F, R> pool;
  private final EventQueue<F, R> events;

  @GuardedBy("lock")
  private final Deque<S> places = new ArrayDeque<>();

  @GuardedBy("lock")
  private final Queue<F> findings = new ArrayDeque<>();

  @GuardedBy("lock")
  private final Queue<Parts> shared = new ArrayDeque<>();

  @GuardedBy("lock")
  private int openPlaces;

  @GuardedBy("lock")
  private int openFindings;

  @GuardedBy("lock")
  private boolean searchEnded;

  /// The number of threads that wait for work or were started and have not taken any yet.
  @GuardedBy("lock")
  private int free;

  /// The number of threads that may still be started.
  @GuardedBy("lock")
  private int unstarted;

  private volatile boolean handsFree = true;

  /// @param threads the most threads to start, at least 1
  WorkQueue(Work<S, F, R> work, WorkerPool<S, F, R> pool, EventQueue<F, R> events, int threads) {
    this.work = work;
    this.pool = pool;
    this.events = events;
    this.unstarted = threads;
  }

  Work<S, F, R> work() {
    return work;
  }

  /// Adds the places that the search starts from.
  void start(List<S> starts) {
    lock.lock();
    try {
      for (S place : starts) {
        addPlace(place);
      }
      noteEnd();
    } finally {
      lock.unlock();
    }
  }

  /// Records that a started thread now looks for work.
  void arrive() {
    lock.lock();
    try {
      setFree(free - 1);
    } finally {
      lock.unlock();
    }
  }

  /// Records that a thread was started in place of an abandoned one.
  @GuardedBy("lock")
  void replaced() {
    setFree(free + 1);
  }

  @GuardedBy("lock")
  private void setFree(int count) {
    free = count;
    handsFree = free + unstarted > 0;
  }

  /// Returns whether a free thread would take a part.
  boolean hasHandsFree() {
    return handsFree;
  }

  /// Waits for the next piece of work and takes it; returns null when the run has ended.
  @GuardedBy("lock")
  @Nullable Runnable take(boolean prefersSearch) throws InterruptedException {
    Runnable next = poll(prefersSearch);
    while (next == null && !isOver()) {
      setFree(free + 1);
      workAdded.await();
      setFree(free - 1);
      next = poll(prefersSearch);
    }
    if (free == 0 && anyWaits()) {
      startThread();
    }
    return next;
  }

  @GuardedBy("lock")
  private @Nullable Runnable poll(boolean prefersSearch) {
    boolean maySearch = !places.isEmpty() && findings.size() < LOOK_AHEAD;
    if (maySearch && (prefersSearch || findings.isEmpty())) {
      return new Task.Visit<>(this, places.pop());
    }
    F finding = findings.poll();
    return finding == null ? pollPart() : new Task.Inspection<>(this, finding);
  }

  @GuardedBy("lock")
  private @Nullable Runnable pollPart() {
    Parts parts = shared.peek();
    return parts == null ? null : parts.poll();
  }

  @GuardedBy("lock")
  private boolean anyWaits() {
    return !places.isEmpty() || !findings.isEmpty() || !shared.isEmpty();
  }

  @GuardedBy("lock")
  private void wake() {
    if (free > 0) {
      workAdded.signal();
    } else {
      startThread();
    }
  }

  @GuardedBy("lock")
  private void startThread() {
    if (unstarted > 0) {
      unstarted--;
      setFree(free + 1);
      if (!pool.hire()) {
        unstarted = 0;
        setFree(free - 1);
      }
    }
  }

  /// Offers the parts of an analysis to other threads, after one was added.
  @GuardedBy("lock")
  void share(Parts parts) {
    if (!shared.contains(parts)) {
      shared.add(parts);
    }
    wake();
  }

  /// Takes back the parts of an analysis.
  @GuardedBy("lock")
  void unshare(Parts parts) {
    shared.remove(parts);
  }

  @GuardedBy("lock")
  void addPlace(S place) {
    places.push(place);
    openPlaces++;
    wake();
  }

  @GuardedBy("lock")
  void addFinding(F finding) {
    openFindings++;
    events.add(new Event.Discovered<>(finding));
    prepare(finding);
  }

  /// Ends the visit of one place.
  @GuardedBy("lock")
  void endVisit() {
    openPlaces--;
    noteEnd();
  }

  /// Ends one analysis.
  ///
  /// @param result null when the finding needs its preparation again
  @GuardedBy("lock")
  void endInspection(F finding, @Nullable R result) {
    if (result == null) {
      prepare(finding);
    } else {
      openFindings--;
      events.add(new Event.Finished<>(finding, result));
      noteEnd();
    }
  }

  @GuardedBy("lock")
  private void prepare(F finding) {
    Preparation<F> preparation = work.preparation();
    if (preparation == null) {
      ready(finding);
      return;
    }
    try {
      preparation.begin(finding, () -> ready(finding));
    } catch (RuntimeException | Error e) {
      endInspection(finding, work.analysis().failed(finding, e));
    }
  }

  private void ready(F finding) {
    lock.lock();
    try {
      findings.add(finding);
      wake();
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private boolean isOver() {
    return openPlaces == 0 && openFindings == 0;
  }

  @GuardedBy("lock")
  private void noteEnd() {
    if (!searchEnded && openPlaces == 0) {
      searchEnded = true;
      events.add(new Event.DiscoveryFinished<>());
    }
    if (isOver()) {
      workAdded.signalAll();
      events.close();
    }
  }
}
