package gitoverit.render;

import gitoverit.git.url.ShortUrl;
import gitoverit.render.Cell.Cut;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.BranchText;
import gitoverit.row.Field;
import gitoverit.row.FieldText;
import gitoverit.row.FieldValue;
import gitoverit.row.RowContext;
import gitoverit.row.StatusText;
import gitoverit.row.Timestamps;
import gitoverit.terminal.SafeText;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.time.Instant;
import java.util.TimeZone;

/// What the table says in each column. `-` is nothing, `?` is unknown.
public final class Cells {
  private static final Cell UNKNOWN = new Cell(Cut.END, StyledText.of("?", Style.DIM));
  private static final Cell NOTHING = new Cell(Cut.END, StyledText.of("-", Style.DIM));
  private static final int SHORT_OID = 7;

  private final RowContext context;
  private final TimeZone zone;
  private final int currentYear;

  public Cells(RowContext context) {
    this.context = context;
    this.zone = context.zone().get();
    this.currentYear = Timestamps.year(context.now(), zone);
  }

  /// Returns what `column` says of a repository.
  public Cell of(Field column, RepoResult result) {
    if (column == Field.STATUS) {
      return new Cell(Cut.END, StatusText.forms(result, context.now()));
    }
    if (column == Field.DIR || column == Field.DISPLAY_PATH) {
      return dir(result);
    }
    if (column == Field.PATH) {
      return new Cell(Cut.PATH, StyledText.of(SafeText.of(result.path()), Style.PLAIN));
    }
    return result instanceof RepoResult.Analyzed(RepoReport report)
        ? known(column, report, result)
        : other(column, result);
  }

  private Cell known(Field column, RepoReport report, RepoResult result) {
    return switch (column) {
      case BRANCH -> new Cell(Cut.END, branch(report));
      case BRANCH_REMOTE -> branchRemote(report);
      case URL, REMOTE_URL -> url(report);
      case IDENT -> report.ident() == null ? UNKNOWN : ident(context.displayIdent(report.ident()));
      case HEAD -> report.head().oid() == null ? NOTHING : head(report.head().oid());
      case LAST_COMMIT ->
          report.head().lastCommit() == null ? NOTHING : age(report.head().lastCommit());
      case LAST_FETCH ->
          report.remote().lastFetch() == null ? NOTHING : age(report.remote().lastFetch());
      case MTIME, LATEST_MTIME -> mtime(report);
      default -> other(column, result);
    };
  }

  private Cell dir(RepoResult result) {
    String path = context.displayPath(result.path()).forTerminal();
    StyledText mark =
        Field.remoteActions(result).anyFailed()
            ? StyledText.of("! ", Style.BOLD_RED)
            : StyledText.EMPTY;
    return new Cell(Cut.PATH, mark.and(path, Style.PLAIN));
  }

  private static StyledText branch(RepoReport report) {
    Style style = report.head().detached() ? Style.RED : Style.PLAIN;
    return StyledText.of(SafeText.of(BranchText.of(report.head())), style);
  }

  /// `main:origin/main`, `main:origin`, `main:…`; a missing upstream is said to be gone in each.
  private static Cell branchRemote(RepoReport report) {
    StyledText branch = branch(report).and(":", Style.DIM);
    if (report.head().upstream() == null) {
      return new Cell(Cut.END, branch.and("-", Style.DIM));
    }
    String upstream = SafeText.of(report.head().upstream());
    int slash = upstream.indexOf('/');
    StyledText whole = branch.and(upstream, Style.PLAIN);
    StyledText remote = slash < 0 ? whole : branch.and(upstream.substring(0, slash), Style.PLAIN);
    return report.head().gone()
        ? new Cell(Cut.END, gone(whole, " "), gone(remote, " "), gone(branch, ""))
        : new Cell(Cut.END, whole, remote, branch.and("…", Style.DIM));
  }

  private static StyledText gone(StyledText text, String space) {
    return text.and(space + "(gone)", Style.RED);
  }

  private static Cell url(RepoReport report) {
    if (report.remote().url() == null) {
      return NOTHING;
    }
    StyledText fetch = plain(ShortUrl.of(report.remote().url()));
    if (report.remote().pushUrl() == null) {
      return new Cell(Cut.PATH, fetch);
    }
    String both = ShortUrl.describe(report.remote().url(), report.remote().pushUrl(), "  push: ");
    return new Cell(Cut.PATH, plain(both), fetch);
  }

  /// The whole identity, or its name.
  private static Cell ident(String ident) {
    int mail = ident.indexOf(" <");
    StyledText whole = plain(ident);
    StyledText name = mail > 0 ? plain(ident.substring(0, mail)) : whole;
    return new Cell(Cut.END, whole, name);
  }

  private static Cell head(String oid) {
    StyledText shortOid = plain(oid.substring(0, Math.min(SHORT_OID, oid.length())));
    return new Cell(Cut.END, plain(oid), shortOid);
  }

  private Cell mtime(RepoReport report) {
    if (report.worktree() == null) {
      return UNKNOWN;
    }
    Instant latest = report.worktree().latestMtime();
    return latest == null ? NOTHING : time(latest.getEpochSecond());
  }

  private Cell time(long epochSeconds) {
    String[] texts = Timestamps.forms(epochSeconds, zone, currentYear);
    StyledText[] forms = new StyledText[texts.length];
    for (int i = 0; i < forms.length; i++) {
      forms[i] = StyledText.of(texts[i], Style.PLAIN);
    }
    return new Cell(Cut.END, forms);
  }

  private Cell age(long epochSeconds) {
    String[] texts = Ages.forms(context.now().getEpochSecond() - epochSeconds);
    return new Cell(Cut.END, plain(texts[0]), plain(texts[1]), plain(texts[2]));
  }

  /// Any other field, from its value.
  private Cell other(Field column, RepoResult result) {
    FieldValue value = column.value(result, context);
    if (value == null) {
      return isNothing(column) ? NOTHING : UNKNOWN;
    }
    if (value instanceof FieldValue.Count(long count)) {
      Style style = count == 0 ? Style.DIM : Style.PLAIN;
      return new Cell(Cut.NUMBER, StyledText.of(Long.toString(count), style));
    }
    if (value instanceof FieldValue.Flag(boolean flag)) {
      return flag ? new Cell(Cut.END, StyledText.of(column.label(), Style.PLAIN)) : NOTHING;
    }
    return text(FieldText.of(value));
  }

  /// Whether null says that there is nothing, rather than that it is unknown.
  private static boolean isNothing(Field column) {
    return column == Field.ERROR || column == Field.PLAN || column == Field.SKIPPED;
  }

  private static Cell text(String text) {
    return text.isEmpty() ? NOTHING : new Cell(Cut.END, plain(text));
  }

  private static StyledText plain(String text) {
    return StyledText.of(SafeText.of(text), Style.PLAIN);
  }
}
