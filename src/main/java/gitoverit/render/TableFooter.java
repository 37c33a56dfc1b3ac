package gitoverit.render;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.WorktreeStatus;
import gitoverit.terminal.DisplayWidth;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What stands under the table: the key to the symbols that occur, and the summary. Both are
/// wrapped between their parts where the terminal is narrow.
final class TableFooter {
  private static final String SUMMARY_GAP = "  ·  ";
  private static final int KEY_LINES = 2;
  private static final long HUNDREDTH_NANOS = 10_000_000;

  private final TableOptions options;
  private final int rows;
  private final Counts counts;

  TableFooter(TableOptions options, List<RepoResult> rows, Instant now) {
    this.options = options;
    this.rows = rows.size();
    this.counts = new Counts(rows, now);
  }

  /// Appends the key; nothing when no symbol occurs or no column shows any. When it would take more
  /// than two lines, its words become shorter.
  void appendKey(StringBuilder text) {
    List<String> lines = wrap(keyParts(true), " · ", "");
    if (lines.size() > KEY_LINES) {
      lines = wrap(keyParts(false), " · ", "");
    }
    appendLines(text, lines, Style.DIM);
  }

  private List<String> keyParts(boolean whole) {
    List<String> parts = new ArrayList<>();
    if (options.columns().contains(ReportField.STATUS)) {
      addIf(counts.modified, whole ? "m modified" : "m mod", parts);
      addIf(counts.untracked, whole ? "u untracked" : "u new", parts);
      addIf(counts.deleted, whole ? "d deleted" : "d del", parts);
      addIf(counts.submodules, whole ? "s submodules" : "s sub", parts);
      addIf(counts.ahead, "↑ ahead", parts);
      addIf(counts.behind, "↓ behind", parts);
      addIf(options.color() ? counts.stale : 0, "dim: fetched over a day ago", parts);
      addIf(counts.pulled, "P pulled", parts);
      addIf(counts.pushed, "U pushed", parts);
      addIf(counts.attention, whole ? "! unmerged, detached or in progress" : "! attention", parts);
    }
    addIf(counts.unknown, "? unknown", parts);
    addIf(whole ? counts.remoteFailed : 0, "! in front: remote failed", parts);
    return parts;
  }

  private static void addIf(int count, String part, List<String> parts) {
    if (count > 0) {
      parts.add(part);
    }
  }

  /// Appends the summary, such as `44 repositories: 30 clean, 14 dirty · 0.21 s`.
  void appendSummary(StringBuilder text) {
    List<String> parts = new ArrayList<>();
    addCount(counts.clean, " clean", parts);
    addCount(counts.dirty, " dirty", parts);
    addCount(counts.ahead, " ahead", parts);
    addCount(counts.behind, " behind", parts);
    addCount(counts.failed, " failed", parts);
    String total = rows == 1 ? "1 repository" : rows + " repositories";
    String elapsed = SUMMARY_GAP + seconds(options.elapsedNanos());
    if (parts.isEmpty()) {
      parts.add(total + elapsed);
    } else {
      parts.set(0, total + ": " + parts.getFirst());
      parts.set(parts.size() - 1, parts.getLast() + elapsed);
    }
    appendLines(text, wrap(parts, ", ", ","), Style.PLAIN);
  }

  private static void addCount(int count, String word, List<String> parts) {
    if (count > 0) {
      parts.add(count + word);
    }
  }

  private static String seconds(long nanos) {
    long hundredths = (nanos + HUNDREDTH_NANOS / 2) / HUNDREDTH_NANOS;
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
  }

  /// Joins the parts to lines that fit; `lineEnd` follows the last part of a line that goes on.
  private List<String> wrap(List<String> parts, String separator, String lineEnd) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      String longer = line.isEmpty() ? part : line + separator + part;
      if (line.isEmpty() || width(longer + lineEnd) <= options.width()) {
        line = longer;
      } else {
        lines.add(line + lineEnd);
        line = part;
      }
    }
    lines.add(line);
    return lines;
  }

  private static int width(String text) {
    return DisplayWidth.of(text);
  }

  private void appendLines(StringBuilder text, List<String> lines, Style style) {
    for (String line : lines) {
      if (!line.isEmpty()) {
        StyledText.of(line, style).cutEnd(options.width()).appendTo(text, options.color());
        text.append('\n');
      }
    }
  }

  /// How many rows have what.
  private static final class Counts {
    private int clean;
    private int dirty;
    private int ahead;
    private int behind;
    private int failed;
    private int remoteFailed;
    private int modified;
    private int untracked;
    private int deleted;
    private int submodules;
    private int pulled;
    private int pushed;
    private int stale;
    private int attention;
    private int unknown;

    Counts(List<RepoResult> rows, Instant now) {
      for (RepoResult row : rows) {
        failed += one(row.failed());
        remoteFailed += one(ReportField.remoteActions(row).anyFailed());
        if (row instanceof RepoResult.Analyzed(RepoReport report)) {
          add(report);
          stale += one(report.ahead() + report.behind() > 0 && StatusText.isStale(report, now));
        } else {
          unknown++;
        }
      }
    }

    private static int one(boolean condition) {
      return condition ? 1 : 0;
    }

    private void add(RepoReport report) {
      Boolean isDirty = report.dirty();
      clean += one(Boolean.FALSE.equals(isDirty));
      dirty += one(Boolean.TRUE.equals(isDirty));
      ahead += one(report.ahead() > 0);
      behind += one(report.behind() > 0);
      pulled += one(report.remoteActions().pulled());
      pushed += one(report.remoteActions().pushed());
      submodules += one(report.submodules() > 0);
      attention += one(report.needsAttention());
      if (report.worktree() == null) {
        unknown++;
      } else {
        add(report.worktree());
      }
    }

    private void add(WorktreeStatus worktree) {
      modified += one(worktree.modified() > 0);
      untracked += one(worktree.untracked() > 0);
      deleted += one(worktree.deleted() > 0);
    }
  }
}
