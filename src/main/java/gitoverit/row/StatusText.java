package gitoverit.row;

import gitoverit.report.LineTotals;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.WorktreeStatus;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.time.Instant;

/// The status text of a row, such as `3m (+4/-2) 1u 2d 1s 2↑ 1↓ !`: the counts that are not zero,
/// or `clean`, or `error: <kind>`. If the worktree was not inspected, the text starts with `?` and
/// shows only the facts that do not depend on it.
public final class StatusText {
  private static final StyledText CLEAN = StyledText.of("clean", Style.GREEN);

  private static final long DAY_SECONDS = 86_400;

  /// The forms of the text, longest first.
  private enum Form {
    WHOLE,
    WITHOUT_LINES,
    WITHOUT_LINES_AND_SUBMODULES
  }

  private final Form form;
  private final boolean stale;
  private StyledText text = StyledText.EMPTY;

  private StatusText(Form form, boolean stale) {
    this.form = form;
    this.stale = stale;
  }

  /// Returns the whole text.
  static String plain(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        ? new StatusText(Form.WHOLE, false).of(report).plain()
        : "error: " + kind(result);
  }

  /// Returns the forms of the text, longest first: the whole text, the text without lines, and the
  /// text without lines and submodules.
  ///
  /// @param now the time of the run; counts of commits are dimmed if the last fetch is over a day
  ///   old
  public static StyledText[] forms(RepoResult result, Instant now) {
    if (!(result instanceof RepoResult.Analyzed(RepoReport report))) {
      return new StyledText[] {
        StyledText.of("error: " + kind(result), Style.BOLD_RED),
        StyledText.of(kind(result), Style.BOLD_RED)
      };
    }
    boolean stale = isStale(report, now);
    StyledText whole = new StatusText(Form.WHOLE, stale).of(report);
    if (report.counts().submodules() > 0) {
      return new StyledText[] {
        whole,
        new StatusText(Form.WITHOUT_LINES, stale).of(report),
        new StatusText(Form.WITHOUT_LINES_AND_SUBMODULES, stale).of(report)
      };
    }
    return hasLines(report)
        ? new StyledText[] {
          whole, new StatusText(Form.WITHOUT_LINES_AND_SUBMODULES, stale).of(report)
        }
        : new StyledText[] {whole};
  }

  /// Returns whether the last fetch is over a day old.
  public static boolean isStale(RepoReport report, Instant now) {
    return report.remote().lastFetch() != null
        && now.getEpochSecond() - report.remote().lastFetch() > DAY_SECONDS;
  }

  private static boolean hasLines(RepoReport report) {
    WorktreeStatus worktree = report.worktree();
    return worktree != null && (worktree.lines() == null || !worktree.lines().isZero());
  }

  private static String kind(RepoResult result) {
    return ((RepoResult.Failed) result).failure().kind().label();
  }

  private StyledText of(RepoReport report) {
    if (report.worktree() == null) {
      add("?", Style.BOLD);
    } else {
      addWorktree(report.worktree(), form == Form.WHOLE && hasLines(report));
    }
    if (form != Form.WITHOUT_LINES_AND_SUBMODULES) {
      addCount(report.counts().submodules(), "s", Style.DIM);
    }
    addCount(report.head().ahead(), "↑", stale ? Style.DIM : Style.GREEN);
    addCount(report.head().behind(), "↓", stale ? Style.DIM : Style.MAGENTA);
    if (report.remoteActions().pulled()) {
      add("P", Style.GREEN);
    }
    if (report.remoteActions().pushed()) {
      add("U", Style.GREEN);
    }
    if (report.isUnsettled()) {
      add("!", Style.BOLD_RED);
    }
    return text == StyledText.EMPTY ? CLEAN : text;
  }

  private void addWorktree(WorktreeStatus worktree, boolean withLines) {
    addCount(worktree.modified(), "m", Style.MAGENTA);
    if (withLines) {
      add("(", Style.PLAIN);
      LineTotals total = worktree.lines();
      text = text.and(total == null ? "+?" : "+" + total.added(), Style.GREEN);
      text = text.and("/", Style.PLAIN);
      text = text.and(total == null ? "-?" : "-" + total.removed(), Style.RED);
      text = text.and(")", Style.PLAIN);
    }
    addCount(worktree.untracked(), "u", Style.CYAN);
    addCount(worktree.deleted(), "d", Style.RED);
  }

  private void addCount(int count, String mark, Style style) {
    if (count > 0) {
      add(count + mark, style);
    }
  }

  private void add(String part, Style style) {
    text = (text == StyledText.EMPTY ? text : text.and(" ", Style.PLAIN)).and(part, style);
  }
}
