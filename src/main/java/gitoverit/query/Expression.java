package gitoverit.query;

import gitoverit.fs.PathBytes;
import gitoverit.query.token.ExpressionException;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.RowContext;
import gitoverit.terminal.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The expression of `--where`, `--check` or `--print`. It is parsed once and evaluated for each
/// row.
public final class Expression {
  private final Term term;

  private Expression(Term term) {
    this.term = term;
  }

  /// Parses an expression.
  ///
  /// @param worktreeKnown whether worktrees are inspected; if not, the expression must not use
  ///   their facts
  /// @throws ExpressionException if the expression is invalid for every row
  public static Expression parse(String text, boolean worktreeKnown) throws ExpressionException {
    return new Expression(ExpressionParser.parse(text, new TermBuilder(worktreeKnown)));
  }

  /// Returns whether the expression is known to be true for a row.
  public boolean matches(RepoResult result, RowContext context) {
    return Boolean.TRUE.equals(Truth.of(term).truth(new Row(result, context)));
  }

  /// Returns the value for a row as a line without its terminator. A value that could break the
  /// line or harm a terminal is quoted as git quotes it.
  public String line(RepoResult result, RowContext context) {
    String text = ValueText.of(term.value(new Row(result, context)));
    return isQuotedPath(text) ? text : SafeText.of(text);
  }

  /// Returns whether the text is a path that is already quoted.
  private boolean isQuotedPath(String text) {
    boolean isPath =
        term == SpecialName.NAME
            || (term instanceof FieldTerm(Field field)
                && (field == Field.PATH || field == Field.DIR || field == Field.DISPLAY_PATH));
    return isPath && text.startsWith("\"");
  }

  /// Returns the value for a row as unchanged bytes: those of the path or of its last component, if
  /// the expression is `path` or `name`.
  public byte[] raw(RepoResult result, RowContext context) {
    Path name = term == SpecialName.NAME ? result.path().getFileName() : null;
    if (name != null) {
      return PathBytes.of(name);
    }
    return term instanceof FieldTerm(Field field) && field == Field.PATH
        ? PathBytes.of(result.path())
        : ValueText.of(term.value(new Row(result, context))).getBytes(StandardCharsets.UTF_8);
  }
}
