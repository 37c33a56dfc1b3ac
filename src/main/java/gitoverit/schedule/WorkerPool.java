package gitoverit.schedule;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The threads of one run, and the work they take: places to search, newest first, and findings to
/// analyse, oldest first.
///
/// One lock guards everything but what is told. A piece of work is a directory or a whole
/// repository, so the lock is taken some ten thousand times in a large run and held for moments.
///
/// The first worker prefers to search, so that the total is known early, the others prefer to
/// analyse. The search waits while [#LOOK_AHEAD] findings are not yet begun, so that memory does
/// not grow with what the search could find.
///
/// An analysis may hand parts of itself to workers that have nothing else to do, so that one large
/// repository keeps all of them busy; whoever handed them over does what is left of them at the
/// end.
///
/// Where findings have to be prepared, they become work only when that is done; meanwhile the pool
/// knows no more than their number.
///
/// A thread that does not come back from one piece of work (a network file system that hangs) is
/// given up: its place or finding is reported as such, another thread takes its seat, and what it
/// may still say later is not heard. Time in which nobody looked counts for no thread: the program
/// may have been stopped (Ctrl-Z), and they with it. All threads are daemons, so one that hangs
/// does not keep the program alive.
final class WorkerPool<S, F, R> {
  static final int LOOK_AHEAD = 256;

  static final long TICK_MILLIS = 33;

  /// A look at the threads that comes later than this was not delayed by other work.
  static final long PAUSE_MILLIS = 1000;

  private final Searcher<S, F> searcher;
  private final Analysis<S, F, R> analysis;
  private final @Nullable Preparation<F> preparation;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition workAvailable = lock.newCondition();
  private final Condition partDone = lock.newCondition();
  private final Deque<S> places = new ArrayDeque<>();
  private final Queue<F> findings = new ArrayDeque<>();
  private final EventQueue<F, R> events = new EventQueue<>();
  private final List<Worker> workers = new ArrayList<>();
  private int searching;
  private int preparing;
  private int analyzing;
  private int idle;
  private volatile boolean anyIdle;
  private boolean discoveryReported;
  private long lookedAt = System.nanoTime();

  WorkerPool(
      Searcher<S, F> searcher,
      Analysis<S, F, R> analysis,
      @Nullable Preparation<F> preparation,
      List<S> starts) {
    this.searcher = searcher;
    this.analysis = analysis;
    this.preparation = preparation;
    places.addAll(starts);
  }

  /// Starts the threads.
  void start(int count) {
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        seat(i, new Worker(i == 0));
      }
      noteEnd();
    } finally {
      lock.unlock();
    }
  }

  private void seat(int index, Worker worker) {
    if (index == workers.size()) {
      workers.add(worker);
    } else {
      workers.set(index, worker);
    }
    Thread.ofPlatform().daemon().name("worker-" + index).start(worker);
  }

  /// Waits for what the threads have to tell; nothing when the run is over.
  List<Event<F, R>> next() {
    try {
      List<Event<F, R>> told = events.take(TICK_MILLIS);
      lookAfterWorkers();
      return told;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private boolean allDone() {
    return discoveryReported
        && preparing == 0
        && analyzing == 0
        && searching == 0
        && findings.isEmpty()
        && places.isEmpty();
  }

  /// Tells that the search has ended, and then that the run has.
  private void noteEnd() {
    if (!discoveryReported && searching == 0 && places.isEmpty()) {
      discoveryReported = true;
      events.add(new Event.DiscoveryFinished<>());
      workAvailable.signalAll();
    }
    if (allDone()) {
      workAvailable.signalAll();
      events.close();
    }
  }

  private void lookAfterWorkers() {
    lock.lock();
    try {
      forgivePause();
      giveUpOverdue();
    } finally {
      lock.unlock();
    }
  }

  private void forgivePause() {
    long now = System.nanoTime();
    long pause = now - lookedAt;
    lookedAt = now;
    if (pause > TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS)) {
      for (Worker worker : workers) {
        worker.since += Math.min(pause, now - worker.since);
      }
    }
  }

  private void giveUpOverdue() {
    long patience = TimeUnit.MILLISECONDS.toNanos(analysis.patienceMillis());
    for (int i = 0; i < workers.size(); i++) {
      Worker worker = workers.get(i);
      if (worker.busy() && System.nanoTime() - worker.since > patience) {
        giveUp(worker);
        seat(i, new Worker(worker.prefersSearch));
      }
    }
  }

  private void giveUp(Worker worker) {
    worker.givenUp = true;
    S place = worker.place;
    F finding = worker.finding;
    worker.leave();
    if (place != null) {
      found(searcher.abandoned(place));
      searching--;
    } else if (finding != null) {
      analyzing--;
      events.add(new Event.Finished<>(finding, analysis.abandoned(finding)));
    }
    noteEnd();
  }

  private void found(F finding) {
    events.add(new Event.Discovered<>(finding));
    prepare(finding);
  }

  private void prepare(F finding) {
    if (preparation == null) {
      findings.add(finding);
      workAvailable.signal();
    } else {
      preparing++;
      preparation.begin(finding, () -> prepared(finding));
    }
  }

  private void prepared(F finding) {
    lock.lock();
    try {
      preparing--;
      findings.add(finding);
      workAvailable.signal();
    } finally {
      lock.unlock();
    }
  }

  /// One thread: takes work until there is none left.
  private final class Worker implements Runnable, Searcher.Sink<S, F>, Forks {
    private final boolean prefersSearch;
    private @Nullable S place;
    private @Nullable F finding;
    private long since;
    private boolean givenUp;
    private final Deque<Runnable> parts = new ArrayDeque<>();
    private @Nullable Worker helped;
    private @Nullable Runnable part;
    private int unfinishedParts;

    Worker(boolean prefersSearch) {
      this.prefersSearch = prefersSearch;
    }

    boolean busy() {
      return place != null || finding != null;
    }

    void leave() {
      place = null;
      finding = null;
    }

    @Override
    public void run() {
      while (take()) {
        S placeToVisit = place;
        F findingToAnalyze = finding;
        if (placeToVisit != null) {
          searcher.visit(placeToVisit, this);
          visited();
        } else if (findingToAnalyze != null) {
          analyzed(findingToAnalyze, analysis.analyze(findingToAnalyze, this, this));
        } else {
          runPart(requireNonNull(helped), requireNonNull(part));
        }
      }
    }

    /// Takes the next piece of work, waiting for it; false when there is none any more.
    private boolean take() {
      lock.lock();
      try {
        while (!givenUp && !takeNow()) {
          if (allDone()) {
            return false;
          }
          idle++;
          anyIdle = true;
          workAvailable.await();
          idle--;
          anyIdle = idle > 0;
        }
        return !givenUp;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        lock.unlock();
      }
    }

    private boolean takeNow() {
      boolean maySearch = !places.isEmpty() && findings.size() < LOOK_AHEAD;
      if (maySearch && (prefersSearch || findings.isEmpty())) {
        place = places.pop();
        searching++;
      } else if (!findings.isEmpty()) {
        finding = findings.remove();
        analyzing++;
        workAvailable.signal();
      } else {
        return takePart();
      }
      since = System.nanoTime();
      return true;
    }

    private boolean takePart() {
      for (Worker worker : workers) {
        part = worker.parts.pollFirst();
        if (part != null) {
          helped = worker;
          return true;
        }
      }
      return false;
    }

    private void runPart(Worker owner, Runnable toRun) {
      try {
        toRun.run();
      } finally {
        lock.lock();
        try {
          owner.unfinishedParts--;
          partDone.signalAll();
        } finally {
          lock.unlock();
        }
      }
    }

    @Override
    public boolean wanted() {
      return anyIdle;
    }

    @Override
    public void fork(Runnable newPart) {
      lock.lock();
      try {
        parts.addLast(newPart);
        unfinishedParts++;
        workAvailable.signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void join() {
      for (Runnable own = nextOwnPart(); own != null; own = nextOwnPart()) {
        runPart(this, own);
      }
    }

    /// Returns a part that no other thread has taken, waiting for those that others have; null when
    /// all are done.
    private @Nullable Runnable nextOwnPart() {
      lock.lock();
      try {
        while (unfinishedParts > 0 && parts.isEmpty()) {
          partDone.awaitUninterruptibly();
        }
        return parts.pollLast();
      } finally {
        lock.unlock();
      }
    }

    private void visited() {
      lock.lock();
      try {
        if (!givenUp) {
          searching--;
          leave();
          noteEnd();
        }
      } finally {
        lock.unlock();
      }
    }

    private void analyzed(F analyzed, @Nullable R result) {
      lock.lock();
      try {
        if (!givenUp) {
          analyzing--;
          leave();
          if (result == null) {
            prepare(analyzed);
          } else {
            events.add(new Event.Finished<>(analyzed, result));
            noteEnd();
          }
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void place(S next) {
      lock.lock();
      try {
        if (!givenUp) {
          places.push(next);
          workAvailable.signal();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void found(F next) {
      lock.lock();
      try {
        if (!givenUp) {
          WorkerPool.this.found(next);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
