package gitoverit.git.ref;

import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;

/// A reflog: a line for each change of a ref (`gitrepository-layout`, `logs`).
///
/// The stashes of a repository are the entries of `logs/refs/stash` in its common directory,
/// whether `refs/stash` exists or not.
public final class Reflog {
  private final byte[] log;
  private final int oidLength;

  private Reflog(byte[] log, int oidLength) {
    this.log = log;
    this.oidLength = oidLength;
  }

  /// Returns how many entries git sees in a reflog: it skips a malformed line, and the last line if
  /// it does not end.
  ///
  /// @param log the content of the file
  /// @param format the format of the repository's object ids
  public static int count(byte[] log, ObjectFormat format) {
    Reflog reflog = new Reflog(log, format.oidLength());
    int count = 0;
    int start = 0;
    for (int i = 0; i < log.length; i++) {
      if (log[i] == '\n') {
        count += reflog.isEntry(start, i) ? 1 : 0;
        start = i + 1;
      }
    }
    return count;
  }

  /// Returns whether a line is `<oid> SP <oid> SP <name> SP "<" <mail> "> " <seconds> SP <zone>`
  /// and more, by the rules of git's `show_one_reflog_ent`.
  private boolean isEntry(int start, int end) {
    int second = start + 2 * oidLength + 1;
    int at = second + 2 * oidLength + 1;
    if (at > end || !isOid(start) || !isOid(second)) {
      return false;
    }
    while (at < end && log[at] != '>' && log[at] != 0) {
      at++;
    }
    return end - at >= 2 && log[at] == '>' && log[at + 1] == ' ' && isTime(at + 2, end);
  }

  private boolean isOid(int at) {
    return log[at + 2 * oidLength] == ' ' && ObjectId.parseHex(log, at, oidLength) != null;
  }

  /// Returns whether there is a number other than 0, as `strtoumax` reads it, and then a time zone
  /// such as `+0100`.
  private boolean isTime(int start, int end) {
    int at = start;
    while (at < end && isSpace(log[at])) {
      at++;
    }
    if (at < end && (log[at] == '+' || log[at] == '-')) {
      at++;
    }
    boolean positive = false;
    for (; at < end && isDigit(log[at]); at++) {
      positive |= log[at] != '0';
    }
    return positive && isZone(at, end);
  }

  private boolean isZone(int at, int end) {
    return end - at >= 6
        && log[at] == ' '
        && (log[at + 1] == '+' || log[at + 1] == '-')
        && isDigit(log[at + 2])
        && isDigit(log[at + 3])
        && isDigit(log[at + 4])
        && isDigit(log[at + 5]);
  }

  /// Returns whether C's `isspace` holds in the C locale; `strtoumax` skips such bytes.
  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
