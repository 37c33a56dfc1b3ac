package gitoverit.terminal;

/// Formats the progress line: a bar, the current work and an estimate of the time left. The line is
/// always shorter than the terminal is wide.
final class ProgressLine {
  private static final String FULL = "━";
  private static final String EMPTY = "─";
  private static final int BOUNCE = 6;
  private static final long BOUNCE_STEP_NANOS = 60_000_000;
  private static final long SECOND = 1_000_000_000;

  private final int room;
  private final int barWidth;

  /// Creates a line for a terminal of `width` columns; the last column stays free, so that no line
  /// wraps.
  ProgressLine(int width) {
    this.room = Math.max(0, width - 1);
    this.barWidth = width >= 72 ? 20 : width >= 50 ? 10 : 0;
  }

  /// Returns the line during the search, whose end is unknown.
  String discovering(int found, long elapsedNanos) {
    return fit(movingBar(elapsedNanos) + "Discovering repositories (" + found + ")", "", "");
  }

  /// Returns the line when `done` of `total` repositories are done.
  ///
  /// @param name the name of the last one, safe to show
  String processing(int done, int total, String name, int errors, long elapsedNanos) {
    String head = bar(done, total) + "Processing (" + done + "/" + total + ")";
    String failed = errors == 0 ? "" : errors == 1 ? " [1 error]" : " [" + errors + " errors]";
    return fit(head, name, failed + timeLeft(done, total, elapsedNanos));
  }

  /// Cuts the name first, then drops it, then cuts the rest.
  private String fit(String head, String name, String tail) {
    int left = room - DisplayWidth.of(head) - DisplayWidth.of(tail) - 2;
    StyledText line = StyledText.of(head, Style.PLAIN);
    if (!name.isEmpty() && left >= 4) {
      line = line.and(": " + StyledText.of(name, Style.PLAIN).cutPath(left).plain(), Style.PLAIN);
    }
    return line.and(tail, Style.PLAIN).cutEnd(room).plain();
  }

  private String movingBar(long elapsedNanos) {
    if (barWidth == 0) {
      return "";
    }
    int way = barWidth - BOUNCE;
    int step = (int) (elapsedNanos / BOUNCE_STEP_NANOS % (2L * way));
    int start = step <= way ? step : 2 * way - step;
    return EMPTY.repeat(start) + FULL.repeat(BOUNCE) + EMPTY.repeat(way - start) + " ";
  }

  private String bar(int done, int total) {
    int full = total == 0 ? barWidth : (int) Math.min(barWidth, (long) barWidth * done / total);
    return barWidth == 0 ? "" : FULL.repeat(full) + EMPTY.repeat(barWidth - full) + " ";
  }

  /// Returns the time left if the remaining repositories take as long as those that are done; empty
  /// in the first second, when it cannot be estimated.
  private static String timeLeft(int done, int total, long elapsedNanos) {
    if (done == 0 || done >= total || elapsedNanos < SECOND) {
      return "";
    }
    double seconds = (double) elapsedNanos / SECOND * (total - done) / done;
    return seconds < 90
        ? "  " + Math.max(1, Math.round(seconds)) + " s left"
        : "  " + Math.round(seconds / 60) + " min left";
  }
}
