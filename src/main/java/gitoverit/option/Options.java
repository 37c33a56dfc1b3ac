package gitoverit.option;

import gitoverit.remote.RemoteOptions;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import java.util.ArrayList;
import java.util.List;

/// The validated options of a run.
public record Options(Search search, Work work, Rows rows, Output output) {

  /// The output formats.
  public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV,
    MARKDOWN,
    HTML
  }

  /// Returns the order of the rows: the chosen order, else the most urgent or the newest first, or
  /// by directory if times are unknown.
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

  /// Returns the default columns of a table, without those that are unknown.
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

  /// Returns whether rows may be written as they complete, in no particular order.
  public boolean streams() {
    return output.format() == Format.NDJSON && rows.inAnyOrder();
  }
}
