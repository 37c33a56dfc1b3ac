package gitoverit.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A value written in the expression.
///
/// @param type its type
/// @param constant the value; null for the word `null`
record Constant(Type type, @Nullable Object constant) implements Term {
  /// The word `null`.
  static final Constant NULL = new Constant(Type.NULL, null);

  static Constant of(boolean truth) {
    return new Constant(Type.TRUTH, truth);
  }

  static Constant of(String text) {
    return new Constant(Type.TEXT, text);
  }

  static Constant of(BigDecimal number) {
    return new Constant(Type.NUMBER, number);
  }

  @Override
  public @Nullable Object value(Row row) {
    return constant;
  }
}
