package gitoverit.render.table;

import gitoverit.render.RowCounts;
import gitoverit.render.Trait;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.terminal.DisplayWidth;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The lines below the table: the key to the symbols that occur, and the summary. On a narrow
/// terminal both are wrapped between their parts.
final class TableFooter {
  private static final String SUMMARY_GAP = "  ·  ";
  private static final int KEY_LINES = 2;
  private static final long HUNDREDTH_NANOS = 10_000_000;

  private final TableOptions options;
  private final RowCounts counts;

  TableFooter(TableOptions options, List<RepoResult> rows, Instant now) {
    this.options = options;
    this.counts = new RowCounts(rows, now);
  }

  /// Appends the key, or nothing if no symbol occurs or no column shows any. A key of more than two
  /// lines uses shorter words.
  void appendKey(StringBuilder text) {
    List<String> lines = wrap(keyParts(true), " · ", "");
    if (lines.size() > KEY_LINES) {
      lines = wrap(keyParts(false), " · ", "");
    }
    appendLines(text, lines, Style.DIM);
  }

  private List<String> keyParts(boolean whole) {
    List<String> parts = new ArrayList<>();
    if (options.columns().contains(Field.STATUS)) {
      addIf(Trait.MODIFIED, whole ? "m modified" : "m mod", parts);
      addIf(Trait.UNTRACKED, whole ? "u untracked" : "u new", parts);
      addIf(Trait.DELETED, whole ? "d deleted" : "d del", parts);
      addIf(Trait.SUBMODULES, whole ? "s submodules" : "s sub", parts);
      addIf(Trait.AHEAD, "↑ ahead", parts);
      addIf(Trait.BEHIND, "↓ behind", parts);
      if (options.color()) {
        addIf(Trait.STALE, "dim: fetched over a day ago", parts);
      }
      addIf(Trait.PULLED, "P pulled", parts);
      addIf(Trait.PUSHED, "U pushed", parts);
      addIf(Trait.UNSETTLED, whole ? "! unmerged, detached or in progress" : "! attention", parts);
    }
    addIf(Trait.UNKNOWN, "? unknown", parts);
    if (whole) {
      addIf(Trait.REMOTE_FAILED, "! in front: remote failed", parts);
    }
    return parts;
  }

  private void addIf(Trait trait, String part, List<String> parts) {
    if (counts.of(trait) > 0) {
      parts.add(part);
    }
  }

  /// Appends the summary, such as `44 repositories: 30 clean, 14 dirty · 0.21 s`.
  void appendSummary(StringBuilder text) {
    List<String> parts = counts.summary(options.hidden());
    String elapsed = SUMMARY_GAP + seconds(options.elapsedNanos());
    parts.set(parts.size() - 1, parts.getLast() + elapsed);
    appendLines(text, wrap(parts, ", ", ","), Style.PLAIN);
  }

  private static String seconds(long nanos) {
    long hundredths = (nanos + HUNDREDTH_NANOS / 2) / HUNDREDTH_NANOS;
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
  }

  /// Joins the parts into lines that fit; `lineEnd` follows the last part of each line but the
  /// last.
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
}
