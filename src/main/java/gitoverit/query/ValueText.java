package gitoverit.query;

import gitoverit.report.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A value as a text.
final class ValueText {
  private ValueText() {}

  /// Returns `-` for what is unknown, the elements of a list with a space between them, an error as
  /// `kind: message`, numbers without an exponent.
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
