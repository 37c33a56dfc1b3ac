package gitoverit.query;

import gitoverit.fs.PathBytes;
import gitoverit.query.token.ExpressionException;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.RowContext;
import gitoverit.terminal.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What `--where`, `--check` and `--print` are given: read once, evaluated for each row.
public final class Expression {
  private final Term term;

  private Expression(Term term) {
    this.term = term;
  }

  /// Reads an expression.
  ///
  /// @param worktreeKnown whether worktrees are looked at; without, what only they tell may not be
  ///   asked for
  /// @throws ExpressionException if it makes no sense for any row
  public static Expression parse(String text, boolean worktreeKnown) throws ExpressionException {
    return new Expression(ExpressionParser.parse(text, new TermBuilder(worktreeKnown)));
  }

  /// Returns whether the expression is true of a row: known to be, that is.
  public boolean matches(RepoResult result, RowContext context) {
    return Boolean.TRUE.equals(Truth.of(term).truth(new Row(result, context)));
  }

  /// Returns the value for a row as one line without its end. What could break a line or harm a
  /// terminal is quoted as git quotes it.
  public String line(RepoResult result, RowContext context) {
    String text = ValueText.of(term.value(new Row(result, context)));
    return isQuotedPath(text) ? text : SafeText.of(text);
  }

  /// A path that is not text comes quoted already.
  private boolean isQuotedPath(String text) {
    boolean isPath =
        term == SpecialName.NAME
            || (term instanceof FieldTerm(Field field)
                && (field == Field.PATH || field == Field.DIR || field == Field.DISPLAY_PATH));
    return isPath && text.startsWith("\"");
  }

  /// Returns the value for a row as bytes that nothing was done to: those of the path itself, or of
  /// its last name, if that is asked for.
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
