package gitoverit.report;

/// Lines added and removed, as `git diff --numstat` counts them.
///
/// @param added lines added
/// @param removed lines removed
public record LineTotals(long added, long removed) {
  /// No lines.
  public static final LineTotals ZERO = new LineTotals(0, 0);

  /// Returns whether no line is different.
  public boolean isZero() {
    return added + removed == 0;
  }

  /// Returns the sum of both.
  public LineTotals plus(LineTotals other) {
    return new LineTotals(added + other.added, removed + other.removed);
  }
}
