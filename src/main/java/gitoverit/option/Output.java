package gitoverit.option;

import gitoverit.row.ColumnSpec;
import gitoverit.row.Field;
import gitoverit.terminal.ColorMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The presentation of rows, failures and progress.
///
/// @param format the output format
/// @param columns the chosen columns; null for the default
/// @param errors whether to report every failure in full at the end
/// @param progress whether to show progress
/// @param color when to use colours
/// @param hyperlinks when to link directories and URLs of the table
/// @param watchMillis the interval of `--watch`; 0 to show the table once
public record Output(
    Options.Format format,
    @Nullable List<Field> columns,
    boolean errors,
    boolean progress,
    ColorMode color,
    ColorMode hyperlinks,
    long watchMillis) {

  static Output of(GivenOptions given, Work work) throws UsageException {
    return new Output(
        given.value(Flag.FORMAT, Options.Format.class, Options.Format.TABLE),
        columns(given, work),
        given.has(Flag.ERRORS),
        !given.has(Flag.NO_PROGRESS),
        given.value(Flag.COLOR, ColorMode.class, ColorMode.AUTO),
        given.value(Flag.HYPERLINKS, ColorMode.class, ColorMode.AUTO),
        given.value(Flag.WATCH, Long.class, 0L));
  }

  private static @Nullable List<Field> columns(GivenOptions given, Work work)
      throws UsageException {
    List<GivenOption> specs = given.all(Flag.COLUMNS);
    if (specs.isEmpty()) {
      return null;
    }
    List<Field> columns = Options.usualColumns(work);
    for (GivenOption spec : specs) {
      try {
        columns = ColumnSpec.apply((String) spec.value(), columns);
      } catch (IllegalArgumentException e) {
        throw spec.wrong(String.valueOf(e.getMessage()));
      }
    }
    if (columns.isEmpty()) {
      throw specs.getLast().wrong("no columns left");
    }
    return columns;
  }
}
