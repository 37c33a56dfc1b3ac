package gitoverit.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import gitoverit.query.token.ExpressionException;
import org.jspecify.annotations.Nullable;

/// Tests whether a regular expression matches anywhere in a string.
///
/// The matcher is RE2. Its time grows only with the lengths of string and pattern, so no pattern
/// hangs. Nested repetitions, which could still take much memory, are refused.
///
/// @param operand the string
/// @param pattern the regular expression
record PatternTest(Term operand, Pattern pattern) implements Term {
  private static final int MOST_COPIES = 10_000;

  /// Creates a test.
  ///
  /// @param position the index of the pattern in the expression
  /// @throws ExpressionException if the pattern is invalid or too large
  static PatternTest of(Term operand, String pattern, boolean ignoreCase, int position)
      throws ExpressionException {
    if (copies(pattern) > MOST_COPIES) {
      throw new ExpressionException("the regular expression has too many repetitions", position);
    }
    try {
      int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
      return new PatternTest(operand, Pattern.compile(pattern, flags));
    } catch (PatternSyntaxException e) {
      String message = "invalid regular expression: " + e.getDescription();
      throw new ExpressionException(message, position);
    }
  }

  /// Returns the product of all counts in braces, an upper bound for the copies of one character.
  private static long copies(String pattern) {
    long copies = 1;
    for (int i = pattern.indexOf('{'); i >= 0; i = pattern.indexOf('{', i + 1)) {
      int end = pattern.indexOf('}', i);
      String last = end < 0 ? "" : pattern.substring(i + 1, end);
      String count = last.substring(last.indexOf(',') + 1);
      String least = last.indexOf(',') < 0 ? last : last.substring(0, last.indexOf(','));
      copies *= Math.max(1, Math.max(number(count), number(least)));
      if (copies > MOST_COPIES) {
        return copies;
      }
    }
    return copies;
  }

  private static int number(String digits) {
    boolean counts = !digits.isEmpty() && digits.length() < 6;
    return counts && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : 1;
  }

  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object value(Row row) {
    String text = operand.text(row);
    return text == null ? null : pattern.matcher(text).find();
  }
}
