package gitoverit.status;

import gitoverit.git.UnprovenException;
import gitoverit.report.LineTotals;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Counts the lines in which two versions of a file differ, where every algorithm must agree.
///
/// git first omits the lines that both versions begin and end with (`xdl_trim_ends`). When the
/// remaining lines of the two versions have none in common, all of the first version are removed
/// and all of the second are added, whatever heuristics follow. When they have common lines, only
/// git can decide which of them match.
final class LineDiff {
  /// The number of bytes by which git decides whether a file is binary (`FIRST_FEW_BYTES`).
  private static final int BINARY_PREFIX = 8000;

  private final byte[] before;
  private final byte[] after;
  private int prefix;
  private int beforeEnd;
  private int afterEnd;

  private LineDiff(byte[] before, byte[] after) {
    this.before = before;
    this.after = after;
    this.beforeEnd = before.length;
    this.afterEnd = after.length;
  }

  /// Compares two versions; an empty one means a missing file.
  ///
  /// @throws UnprovenException if algorithms may differ
  static LineTotals count(byte[] before, byte[] after) throws UnprovenException {
    if (isBinary(before) || isBinary(after)) {
      return LineTotals.ZERO;
    }
    LineDiff diff = new LineDiff(before, after);
    diff.trimStart();
    diff.trimEnd();
    diff.requireNothingInCommon();
    return new LineTotals(
        lines(after, diff.prefix, diff.afterEnd), lines(before, diff.prefix, diff.beforeEnd));
  }

  private static boolean isBinary(byte[] content) {
    int length = Math.min(content.length, BINARY_PREFIX);
    for (int i = 0; i < length; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// Omits whole lines that both begin with.
  private void trimStart() {
    int mismatch = Arrays.mismatch(before, after);
    int equal = mismatch < 0 ? before.length : mismatch;
    boolean isWhole = mismatch < 0;
    while (!isWhole && equal > 0 && before[equal - 1] != '\n') {
      equal--;
    }
    prefix = equal;
  }

  /// Omits whole lines that both end with.
  private void trimEnd() {
    while (beforeEnd > prefix && afterEnd > prefix) {
      int beforeStart = lineStart(before, beforeEnd);
      int afterStart = lineStart(after, afterEnd);
      if (!Arrays.equals(before, beforeStart, beforeEnd, after, afterStart, afterEnd)) {
        return;
      }
      beforeEnd = beforeStart;
      afterEnd = afterStart;
    }
  }

  private int lineStart(byte[] content, int end) {
    int start = end - 1;
    while (start > prefix && content[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private void requireNothingInCommon() throws UnprovenException {
    if (prefix == beforeEnd || prefix == afterEnd) {
      return;
    }
    Set<Line> lines = new HashSet<>();
    for (int start = prefix; start < beforeEnd; start = lineEnd(before, start, beforeEnd)) {
      lines.add(new Line(before, start, lineEnd(before, start, beforeEnd)));
    }
    for (int start = prefix; start < afterEnd; start = lineEnd(after, start, afterEnd)) {
      if (lines.contains(new Line(after, start, lineEnd(after, start, afterEnd)))) {
        throw new UnprovenException("diff algorithms may disagree about a change");
      }
    }
  }

  /// Returns the index after the line feed of the line that begins at `start`.
  private static int lineEnd(byte[] content, int start, int end) {
    int at = start;
    while (at < end) {
      if (content[at++] == '\n') {
        break;
      }
    }
    return at;
  }

  private static int lines(byte[] content, int start, int end) {
    int count = 0;
    for (int at = start; at < end; at = lineEnd(content, at, end)) {
      count++;
    }
    return count;
  }

  /// A line with the line feed at its end, if it has one: git distinguishes lines with and without
  /// it.
  private static final class Line {
    private final byte[] content;
    private final int start;
    private final int end;
    private final int hash;

    Line(byte[] content, int start, int end) {
      this.content = content;
      this.start = start;
      this.end = end;
      int sum = 0;
      for (int i = start; i < end; i++) {
        sum = 31 * sum + content[i];
      }
      this.hash = sum;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line that
          && Arrays.equals(content, start, end, that.content, that.start, that.end);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
