package gitoverit.option;

import gitoverit.remote.RemoteOptions;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import gitoverit.terminal.ColorMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the user asked for, validated.
///
/// @param starts existing directories, as real paths
/// @param sync what to do with remotes first; null for nothing
/// @param format the form of the output
/// @param dirtyOnly whether clean rows are hidden
/// @param sort the order of the rows; null when none was asked for
/// @param reverse whether the order is turned round
/// @param parallel whether to use threads
/// @param workers how many threads, at least 1
/// @param columns the columns asked for; null for the usual ones
/// @param includeIgnored whether ignored nested repositories count
/// @param bare whether bare repositories count
/// @param depth how deep to search below a start
/// @param excludes globs of directories not to enter
/// @param metadataOnly whether worktrees are left alone
/// @param timeoutMillis budget of one analysis
/// @param errors whether failures are told in detail at the end
/// @param progress whether progress may be shown
/// @param color whether to use colours
/// @param attention whether only rows that ask for attention are shown
/// @param hyperlinks whether directories and URLs of the table are links
/// @param watchMillis how long to wait before showing all anew; 0 to show it once
/// @param query what expressions ask of each row; null when there is none
public record Options(
    List<Path> starts,
    @Nullable RemoteOptions sync,
    Format format,
    boolean dirtyOnly,
    @Nullable RowSort sort,
    boolean reverse,
    boolean parallel,
    int workers,
    @Nullable List<Field> columns,
    boolean includeIgnored,
    boolean bare,
    int depth,
    List<String> excludes,
    boolean metadataOnly,
    long timeoutMillis,
    boolean errors,
    boolean progress,
    ColorMode color,
    boolean attention,
    ColorMode hyperlinks,
    long watchMillis,
    @Nullable RowQuery query) {

  /// The forms of output.
  public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV,
    MARKDOWN,
    HTML
  }

  /// The order of the rows: as asked for, else the most urgent or the newest first, or by directory
  /// where no time is known.
  public RowSort effectiveSort() {
    if (sort != null) {
      return sort;
    }
    if (attention) {
      return RowSort.ATTENTION;
    }
    return metadataOnly ? RowSort.DIR : RowSort.MTIME;
  }

  /// The columns of a table when none were asked for: those that are known.
  public List<Field> usualColumns() {
    return usualColumns(metadataOnly, sync);
  }

  static List<Field> usualColumns(boolean metadataOnly, @Nullable RemoteOptions sync) {
    List<Field> columns = new ArrayList<>(Field.DEFAULT_COLUMNS);
    if (metadataOnly) {
      columns.remove(Field.MTIME);
    }
    if (sync != null && sync.dryRun()) {
      columns.add(columns.indexOf(Field.STATUS) + 1, Field.PLAN);
    }
    if (sync != null && (sync.pull() || sync.push())) {
      columns.add(columns.indexOf(Field.BRANCH_REMOTE), Field.SKIPPED);
    }
    return columns;
  }

  /// Whether rows may be written as they come, in no particular order.
  public boolean streams() {
    return format == Format.NDJSON && sort == null && !attention && !reverse;
  }
}
