package gitoverit.schedule;

import java.util.concurrent.TimeUnit;

/// Limits the time of one piece of work.
///
/// Time in which nothing checked the threads does not count, because the program and its threads
/// may have been stopped (Ctrl-Z). For use by one thread, with times of `System.nanoTime`.
final class Patience {
  /// The delay beyond which a check is late because the program was stopped, and not because of
  /// other work.
  static final long PAUSE_MILLIS = 1000;

  private final long nanos;
  private long lookedAt;

  Patience(long millis, long now) {
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    this.lookedAt = now;
  }

  /// Makes a check, and returns the length of the pause since the previous check; 0 without a
  /// pause.
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
