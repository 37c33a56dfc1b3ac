package gitoverit.git.command;

import java.util.concurrent.TimeUnit;

/// The time that one piece of work may take, counted from the creation of the budget.
public final class Budget {
  private final long totalMillis;
  private final long endNanos;

  private Budget(long totalMillis, long endNanos) {
    this.totalMillis = totalMillis;
    this.endNanos = endNanos;
  }

  /// Returns a budget that begins now.
  public static Budget ofMillis(long millis) {
    return new Budget(millis, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /// Returns the total time as text for a message, such as `0.5 s`.
  String total() {
    boolean whole = totalMillis % 1000 == 0;
    return (whole ? Long.toString(totalMillis / 1000) : Double.toString(totalMillis / 1000.0))
        + " s";
  }

  /// Returns the time left in milliseconds, at least 0.
  long millisLeft() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }
}
