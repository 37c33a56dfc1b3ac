package gitoverit.analysis;

import gitoverit.report.LineTotals;

/// Parses the output of `git diff --numstat -z`; a binary file counts 0 lines.
final class NumStat {
  private NumStat() {}

  /// Adds up the output of git. Each record begins with `ADDED TAB REMOVED TAB`; the fields without
  /// two tabs are the two names of a rename.
  static LineTotals parse(byte[] output) {
    long added = 0;
    long removed = 0;
    int start = 0;
    while (start < output.length) {
      int tab = indexOf(output, '\t', start);
      int secondTab = indexOf(output, '\t', tab + 1);
      added += number(output, start, tab);
      removed += number(output, tab + 1, secondTab);
      int end = indexOf(output, 0, secondTab + 1);
      if (end == secondTab + 1) {
        // A rename or copy: an empty name, then the old and the new one.
        end = indexOf(output, 0, indexOf(output, 0, end + 1) + 1);
      }
      start = end + 1;
    }
    return new LineTotals(added, removed);
  }

  private static int indexOf(byte[] bytes, int wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return bytes.length;
  }

  private static long number(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return 0;
      }
      value = value * 10 + (bytes[i] - '0');
    }
    return value;
  }
}
