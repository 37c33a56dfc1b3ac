package gitoverit.query.token;

import gitoverit.terminal.DisplayWidth;
import gitoverit.terminal.SafeText;
import java.io.Serial;

/// Reports a mistake in an expression, with its position.
public final class ExpressionException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final int AROUND = 60;

  private final int position;

  /// Creates an exception.
  ///
  /// @param position index of the first wrong character
  public ExpressionException(String message, int position) {
    super(message);
    this.position = position;
  }

  /// Returns the column of the mistake, counted from 1.
  public int column() {
    return position + 1;
  }

  /// Returns two lines: the expression, shortened to the surroundings of the mistake, and a caret
  /// below the mistake.
  public String picture(String expression) {
    int from = Math.max(0, position - AROUND);
    int to = Math.min(expression.length(), position + AROUND);
    String before = (from > 0 ? "…" : "") + harmless(expression.substring(from, position));
    String after = harmless(expression.substring(position, to));
    String end = to < expression.length() ? "…" : "";
    return "  " + before + after + end + "\n  " + " ".repeat(DisplayWidth.of(before)) + "^";
  }

  private static String harmless(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(SafeText.isHarmless(c) ? c : ' '));
    return shown.toString();
  }
}
