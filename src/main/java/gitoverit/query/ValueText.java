package gitoverit.query;

import gitoverit.report.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Formats the values of expressions.
final class ValueText {
  private ValueText() {}

  /// Returns `-` for null, the elements of a list with spaces between them, an error as `kind:
  /// message`, and numbers without an exponent.
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case BigDecimal number -> number.toPlainString();
      case List<?> list -> list.stream().map(ValueText::of).collect(Collectors.joining(" "));
      case Failure failure -> failure.line();
      default -> value.toString();
    };
  }
}
