package gitoverit.git.command;

import java.util.concurrent.TimeUnit;

/// The time that one piece of work may take, from the moment it is made.
public final class Budget {
  private final long totalMillis;
  private final long endNanos;

  private Budget(long totalMillis, long endNanos) {
    this.totalMillis = totalMillis;
    this.endNanos = endNanos;
  }

  /// Makes one that begins now.
  public static Budget ofMillis(long millis) {
    return new Budget(millis, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /// Returns the whole of it for a person, such as `0.5 s`.
  String total() {
    boolean whole = totalMillis % 1000 == 0;
    return (whole ? Long.toString(totalMillis / 1000) : Double.toString(totalMillis / 1000.0))
        + " s";
  }

  /// Returns what is left, in milliseconds; 0 when nothing is.
  long millisLeft() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }
}
