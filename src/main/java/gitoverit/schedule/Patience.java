package gitoverit.schedule;

import java.util.concurrent.TimeUnit;

/// The time that one piece of work may take.
///
/// Time in which nothing looked at the threads does not count: the program may have been stopped
/// (Ctrl-Z), and its threads with it. Used by one thread, with times of `System.nanoTime`.
final class Patience {
  /// A look that comes later than this was not delayed by other work.
  static final long PAUSE_MILLIS = 1000;

  private final long nanos;
  private long lookedAt;

  Patience(long millis, long now) {
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    this.lookedAt = now;
  }

  /// Looks, and returns the length of the pause since the last look; 0 when there was none.
  long pauseUntil(long now) {
    long pause = now - lookedAt;
    lookedAt = now;
    return pause > TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS) ? pause : 0;
  }

  /// Returns whether work that began at `since` has taken too long.
  boolean isOver(long since, long now) {
    return now - since > nanos;
  }
}
