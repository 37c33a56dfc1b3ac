package gitoverit.analysis;

import gitoverit.git.GitFormatException;
import gitoverit.report.ChangeCounts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The output of `git status --porcelain=v2 --branch -z`, counted (`git-status`, "Porcelain Format
/// Version 2").
final class PorcelainStatus {
  private static final String SOURCE = "git status --porcelain=v2";

  @Nullable String head;

  /// Null where the output is ambiguous: a branch may have the name of a state.
  @Nullable String branch = "";

  @Nullable String upstream;
  boolean compared;
  int ahead;
  int behind;
  private int staged;
  private int unstaged;
  private int unmerged;
  private int modified;
  private int deleted;
  private int untracked;

  private PorcelainStatus() {}

  /// Returns the records, counted.
  ChangeCounts counts() {
    return new ChangeCounts(staged, unstaged, unmerged, modified, deleted, untracked);
  }

  /// Parses the output of git.
  ///
  /// @throws GitFormatException if it is not in that format
  static PorcelainStatus parse(byte[] output) throws GitFormatException {
    PorcelainStatus status = new PorcelainStatus();
    int start = 0;
    while (start < output.length) {
      int end = start;
      while (end < output.length && output[end] != 0) {
        end++;
      }
      boolean hasOrigin = output[start] == '2';
      status.record(output, start, end);
      start = end + 1;
      while (hasOrigin && start < output.length && output[start++] != 0) {}
    }
    return status;
  }

  private void record(byte[] output, int start, int end) throws GitFormatException {
    switch (output[start]) {
      case '#' -> header(new String(output, start, end - start, StandardCharsets.UTF_8), start);
      case '1', '2' -> {
        requireLength(start, end);
        changed(output[start + 2], output[start + 3]);
      }
      case 'u' -> {
        requireLength(start, end);
        unmerged++;
        countModifiedAndDeleted(output[start + 2], output[start + 3]);
      }
      case '?' -> untracked++;
      case '!' -> {}
      default -> throw new GitFormatException(SOURCE, start, "unknown kind of record");
    }
  }

  private static void requireLength(int start, int end) throws GitFormatException {
    if (end - start < 4) {
      throw new GitFormatException(SOURCE, start, "record cut short");
    }
  }

  private void changed(byte x, byte y) {
    if (x != '.') {
      staged++;
    }
    if (y != '.') {
      unstaged++;
    }
    countModifiedAndDeleted(x, y);
  }

  private void countModifiedAndDeleted(byte x, byte y) {
    if (isModification(x) || isModification(y)) {
      modified++;
    }
    if (x == 'D' || y == 'D') {
      deleted++;
    }
  }

  private static boolean isModification(byte letter) {
    return letter == 'M' || letter == 'A' || letter == 'R' || letter == 'C' || letter == 'T';
  }

  private void header(String line, int offset) throws GitFormatException {
    int space = line.indexOf(' ', 2);
    String value = space < 0 ? "" : line.substring(space + 1);
    switch (space < 0 ? line : line.substring(2, space)) {
      case "branch.oid" -> head = value.equals("(initial)") ? null : value;
      case "branch.head" ->
          branch = value.equals("(detached)") || value.equals("(null)") ? null : value;
      case "branch.upstream" -> upstream = value;
      case "branch.ab" -> aheadBehind(value, offset);
      default -> {}
    }
  }

  private void aheadBehind(String value, int offset) throws GitFormatException {
    int space = value.indexOf(' ');
    if (space < 2 || !value.startsWith("+") || !value.startsWith("-", space + 1)) {
      throw new GitFormatException(SOURCE, offset, "branch.ab is not '+N -M'");
    }
    compared = true;
    ahead = number(value.substring(1, space), offset);
    behind = number(value.substring(space + 2), offset);
  }

  private static int number(String digits, int offset) throws GitFormatException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException _) {
      throw new GitFormatException(SOURCE, offset, "not a number: " + digits);
    }
  }
}
