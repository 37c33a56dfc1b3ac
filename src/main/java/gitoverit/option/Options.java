package gitoverit.option;

import gitoverit.remote.RemoteOptions;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import gitoverit.terminal.ColorMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The validated options of a run.
public record Options(Search search, Work work, Rows rows, Output output) {

  /// The forms of output.
  public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV,
    MARKDOWN,
    HTML
  }

  public List<Path> starts() {
    return search.starts();
  }

  public @Nullable RemoteOptions sync() {
    return work.remotes();
  }

  public Format format() {
    return output.format();
  }

  public boolean dirtyOnly() {
    return rows.dirtyOnly();
  }

  public @Nullable RowSort sort() {
    return rows.sort();
  }

  public boolean reverse() {
    return rows.reverse();
  }

  public boolean parallel() {
    return work.parallel();
  }

  public int workers() {
    return work.workers();
  }

  public @Nullable List<Field> columns() {
    return output.columns();
  }

  public boolean includeIgnored() {
    return search.includeIgnored();
  }

  public boolean bare() {
    return search.bare();
  }

  public int depth() {
    return search.depth();
  }

  public List<String> excludes() {
    return search.excludes();
  }

  public boolean metadataOnly() {
    return work.metadataOnly();
  }

  public long timeoutMillis() {
    return work.timeoutMillis();
  }

  public boolean errors() {
    return output.errors();
  }

  public boolean progress() {
    return output.progress();
  }

  public ColorMode color() {
    return output.color();
  }

  public boolean attention() {
    return rows.attention();
  }

  public ColorMode hyperlinks() {
    return output.hyperlinks();
  }

  public long watchMillis() {
    return output.watchMillis();
  }

  public @Nullable RowQuery query() {
    return rows.query();
  }

  /// Returns the order of the rows: the one asked for, else the most urgent or the newest first, or
  /// by directory where no time is known.
  public RowSort effectiveSort() {
    RowSort asked = rows.sort();
    if (asked != null) {
      return asked;
    }
    if (rows.attention()) {
      return RowSort.ATTENTION;
    }
    return work.metadataOnly() ? RowSort.DIR : RowSort.MTIME;
  }

  /// Returns the columns of a table when none were chosen: those that are known.
  public List<Field> usualColumns() {
    return usualColumns(work);
  }

  static List<Field> usualColumns(Work work) {
    List<Field> columns = new ArrayList<>(Field.DEFAULT_COLUMNS);
    RemoteOptions remotes = work.remotes();
    if (work.metadataOnly()) {
      columns.remove(Field.MTIME);
    }
    if (remotes != null && remotes.dryRun()) {
      columns.add(columns.indexOf(Field.STATUS) + 1, Field.PLAN);
    }
    if (remotes != null && (remotes.pull() || remotes.push())) {
      columns.add(columns.indexOf(Field.BRANCH_REMOTE), Field.SKIPPED);
    }
    return columns;
  }

  /// Returns whether rows may be written as they come, in no particular order.
  public boolean streams() {
    return output.format() == Format.NDJSON && rows.inAnyOrder();
  }
}
