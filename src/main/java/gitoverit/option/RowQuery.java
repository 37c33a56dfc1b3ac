package gitoverit.option;

import gitoverit.query.Expression;
import gitoverit.query.token.ExpressionException;
import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The expressions of `--where`, `--check` and `--print`, evaluated for each row.
///
/// @param where true for the rows to show; null for all
/// @param check true for a row that causes exit code 1; null for none
/// @param print the value to print for each row; null for the usual output
/// @param nulEnded whether each value ends with a NUL and is printed unquoted
public record RowQuery(
    @Nullable Expression where,
    @Nullable Expression check,
    @Nullable Expression print,
    boolean nulEnded) {
  private static final GivenOption PATHS = new GivenOption(Flag.PRINT, "path", null);

  /// Parses all expressions. `--print0` alone prints paths.
  static RowQuery of(GivenOptions given) throws UsageException {
    boolean nulEnded = given.has(Flag.PRINT0);
    boolean worktreeKnown = !given.has(Flag.METADATA_ONLY);
    Expression where = parse(given, Flag.WHERE, worktreeKnown);
    Expression check = parse(given, Flag.CHECK, worktreeKnown);
    Expression print = parse(given, Flag.PRINT, worktreeKnown);
    if (print == null && nulEnded) {
      print = parse(PATHS, worktreeKnown);
    }
    if (given.has(Flag.FORMAT)) {
      given.refuse(Flag.PRINT, "cannot be combined with --format");
      given.refuse(Flag.PRINT0, "cannot be combined with --format");
    }
    return new RowQuery(where, check, print, nulEnded);
  }

  private static @Nullable Expression parse(GivenOptions given, Flag flag, boolean worktreeKnown)
      throws UsageException {
    Expression last = null;
    for (GivenOption option : given.all(flag)) {
      last = parse(option, worktreeKnown);
    }
    return last;
  }

  private static Expression parse(GivenOption option, boolean worktreeKnown) throws UsageException {
    String text = (String) option.value();
    try {
      return Expression.parse(text, worktreeKnown);
    } catch (ExpressionException e) {
      throw option.wrongExpression(e.column(), String.valueOf(e.getMessage()), e.picture(text));
    }
  }

  /// Returns whether `--where` is true for a row.
  public boolean shows(RepoResult row, RowContext context) {
    return where == null || where.matches(row, context);
  }

  /// Returns whether `--check` is true for a row.
  public boolean checks(RepoResult row, RowContext context) {
    return check != null && check.matches(row, context);
  }

  /// Returns whether values are printed instead of the usual output.
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
