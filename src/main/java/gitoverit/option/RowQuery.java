package gitoverit.option;

import gitoverit.query.Expression;
import gitoverit.query.ExpressionException;
import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the expressions of the command line ask of each row. It is made only when there are any.
///
/// @param where which rows are shown; null for all
/// @param check what the exit code tells; null for nothing
/// @param print what is printed of each row; null for the usual output
/// @param nulEnded whether what is printed ends with a NUL, and is not made safe for a line
public record RowQuery(
    @Nullable Expression where,
    @Nullable Expression check,
    @Nullable Expression print,
    boolean nulEnded) {

  /// Reads all expressions; `--print0` alone prints paths.
  static RowQuery of(GivenOptions options) throws UsageException {
    boolean nulEnded = options.has(Flag.PRINT0);
    Expression print = parse(options, Flag.PRINT, nulEnded ? "path" : null);
    if (print != null && options.has(Flag.FORMAT)) {
      throw new UsageException("--print has a format of its own: leave out --format");
    }
    Expression where = parse(options, Flag.WHERE, null);
    return new RowQuery(where, parse(options, Flag.CHECK, null), print, nulEnded);
  }

  private static @Nullable Expression parse(
      GivenOptions options, Flag option, @Nullable String orElse) throws UsageException {
    String given = options.value(option);
    String text = given == null ? orElse : given;
    return text == null ? null : parse(text, option, !options.has(Flag.METADATA_ONLY));
  }

  private static Expression parse(String text, Flag option, boolean worktreeKnown)
      throws UsageException {
    try {
      return Expression.parse(text, worktreeKnown);
    } catch (ExpressionException e) {
      String message = "--" + option.word() + ", column " + e.column() + ": " + e.getMessage();
      throw new UsageException(message, "--help-where", e.picture(text));
    }
  }

  public boolean shows(RepoResult row, RowContext context) {
    return where == null || where.matches(row, context);
  }

  public boolean checks(RepoResult row, RowContext context) {
    return check != null && check.matches(row, context);
  }

  public boolean prints() {
    return print != null;
  }

  /// Prints one value for each row, and flushes.
  public void print(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    for (RepoResult row : rows) {
      print(row, context, out);
    }
    out.flush();
  }

  private void print(RepoResult row, RowContext context, OutputStream out) throws IOException {
    if (print != null && nulEnded) {
      out.write(print.raw(row, context));
      out.write(0);
    } else if (print != null) {
      out.write((print.line(row, context) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
