package gitoverit.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What the threads of a run have to tell the one that called for it, in the order it was told.
///
/// A single event wakes nobody: to wake a thread takes longer than to analyse a small repository,
/// and on a busy machine it takes the processor from a thread that works. The reader comes by
/// itself, is woken when there is much to read, and at the end.
final class EventQueue<F, R> {
  /// So many events wake the reader.
  static final int MANY = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition worthReading = lock.newCondition();
  private final List<Event<F, R>> tick = List.of(new Event.Tick<>());
  private List<Event<F, R>> told = new ArrayList<>();
  private boolean closed;

  /// Tells of an event.
  void add(Event<F, R> event) {
    lock.lock();
    try {
      told.add(event);
      if (told.size() == MANY) {
        worthReading.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Says that no event will follow.
  void close() {
    lock.lock();
    try {
      closed = true;
      worthReading.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Takes all there is: when it is much, at the end, or after some time. That is a tick if nothing
  /// happened; nothing at all if nothing will.
  List<Event<F, R>> take(long millis) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!closed && told.size() < MANY && nanos > 0) {
        nanos = worthReading.awaitNanos(nanos);
      }
      if (told.isEmpty() && !closed) {
        return tick;
      }
      List<Event<F, R>> taken = told;
      told = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
