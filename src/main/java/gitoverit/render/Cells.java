package gitoverit.render;

import gitoverit.git.url.ShortUrl;
import gitoverit.render.Cell.Cut;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.BranchText;
import gitoverit.row.Field;
import gitoverit.row.FieldText;
import gitoverit.row.FieldValue;
import gitoverit.row.Look;
import gitoverit.row.RowContext;
import gitoverit.row.StatusText;
import gitoverit.row.Timestamps;
import gitoverit.terminal.SafeText;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.time.Instant;
import java.util.TimeZone;

/// Creates the cells of the table. `-` means none, `?` means unknown.
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

  /// Returns the cell of a repository in `column`.
  public Cell of(Field column, RepoResult result) {
    return switch (column.look()) {
      case STATUS -> new Cell(Cut.END, StatusText.forms(result, context.now()));
      case DIRECTORY -> dir(result);
      case PATH -> new Cell(Cut.PATH, StyledText.of(SafeText.of(result.path()), Style.PLAIN));
      case BRANCH, BRANCH_REMOTE, URL ->
          result instanceof RepoResult.Analyzed(RepoReport report)
              ? ofRemote(column.look(), report)
              : UNKNOWN;
      case WHOLE, TEXT, IDENT, OID, AGE, DATE -> ofValue(column, result);
    };
  }

  private static Cell ofRemote(Look look, RepoReport report) {
    return switch (look) {
      case BRANCH -> new Cell(Cut.END, branch(report));
      case BRANCH_REMOTE -> branchRemote(report);
      default -> url(report);
    };
  }

  private Cell ofValue(Field column, RepoResult result) {
    FieldValue value = column.value(result, context);
    if (value == null) {
      return column.isNothingWhenNull(result) ? NOTHING : UNKNOWN;
    }
    if (value instanceof FieldValue.Flag(boolean flag)) {
      return flag ? new Cell(Cut.END, StyledText.of(column.label(), Style.PLAIN)) : NOTHING;
    }
    if (value instanceof FieldValue.Time(Instant time)) {
      return date(time.getEpochSecond());
    }
    if (value instanceof FieldValue.Count(long count)) {
      return column.look() == Look.AGE ? age(count) : number(count);
    }
    return ofText(column.look(), FieldText.of(value));
  }

  private Cell ofText(Look look, String text) {
    return switch (look) {
      case IDENT -> ident(context.displayIdent(text));
      case OID -> oid(text);
      default -> text.isEmpty() ? NOTHING : new Cell(Cut.END, plain(text));
    };
  }

  private Cell dir(RepoResult result) {
    String path = context.displayPath(result.path()).forTerminal();
    StyledText mark =
        result.remoteActions().anyFailed() ? StyledText.of("! ", Style.BOLD_RED) : StyledText.EMPTY;
    return new Cell(Cut.PATH, mark.and(path, Style.PLAIN));
  }

  private static StyledText branch(RepoReport report) {
    Style style = report.head().detached() ? Style.RED : Style.PLAIN;
    return StyledText.of(SafeText.of(BranchText.of(report.head())), style);
  }

  /// Returns the forms `main:origin/main`, `main:origin` and `main:…`; each marks a missing
  /// upstream as gone.
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

  /// Returns the forms of an identity: the whole, and the name alone.
  private static Cell ident(String ident) {
    int mail = ident.indexOf(" <");
    StyledText whole = plain(ident);
    StyledText name = mail > 0 ? plain(ident.substring(0, mail)) : whole;
    return new Cell(Cut.END, whole, name);
  }

  private static Cell oid(String oid) {
    StyledText shortOid = plain(oid.substring(0, Math.min(SHORT_OID, oid.length())));
    return new Cell(Cut.END, plain(oid), shortOid);
  }

  private Cell date(long epochSeconds) {
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

  private static Cell number(long count) {
    Style style = count == 0 ? Style.DIM : Style.PLAIN;
    return new Cell(Cut.NUMBER, StyledText.of(Long.toString(count), style));
  }

  private static StyledText plain(String text) {
    return StyledText.of(SafeText.of(text), Style.PLAIN);
  }
}
