package gitoverit.analysis;

import java.util.concurrent.TimeUnit;

/// The time that one repository may take.
final class Budget {
  private final long endNanos;

  private Budget(long endNanos) {
    this.endNanos = endNanos;
  }

  static Budget ofMillis(long millis) {
    return new Budget(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /// Returns what is left, in milliseconds; 0 when nothing is.
  long millisLeft() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }
}
