package gitoverit.schedule;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Queues the events of a run, in order, for the thread that called it.
///
/// A single event does not wake the reader: waking a thread takes longer than analysing a small
/// repository, and on a busy machine it takes the processor from a working thread. The reader polls
/// every few milliseconds, and is woken when many events wait and at the end.
final class EventQueue<F, R> {
  /// The number of events that wakes the reader.
  static final int MANY = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition worthReading = lock.newCondition();
  private final List<Event<F, R>> tick = List.of(new Event.Tick<>());

  @GuardedBy("lock")
  private List<Event<F, R>> news = new ArrayList<>();

  @GuardedBy("lock")
  private boolean closed;

  /// Adds an event.
  void add(Event<F, R> event) {
    lock.lock();
    try {
      news.add(event);
      if (news.size() == MANY) {
        worthReading.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Records that no event will follow.
  void close() {
    lock.lock();
    try {
      closed = true;
      worthReading.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until there are many events, the run has ended or `millis` have passed, then takes all
  /// events. Returns a tick when there is no event yet, and an empty list when none will follow.
  List<Event<F, R>> take(long millis) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!closed && news.size() < MANY && nanos > 0) {
        nanos = worthReading.awaitNanos(nanos);
      }
      if (news.isEmpty() && !closed) {
        return tick;
      }
      List<Event<F, R>> taken = news;
      news = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
