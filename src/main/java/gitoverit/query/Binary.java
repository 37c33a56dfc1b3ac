package gitoverit.query;

import org.jspecify.annotations.Nullable;

/// A term of two operands, whose value is unknown if one of them is.
sealed interface Binary extends Term permits Arithmetic, Comparison {

  /// Returns the first operand.
  Term left();

  /// Returns the second operand.
  Term right();

  /// Returns the value for the values of both operands; null if it is unknown.
  @Nullable Object of(Object a, Object b);

  @Override
  default @Nullable Object value(Row row) {
    Object a = left().value(row);
    Object b = right().value(row);
    return a == null || b == null ? null : of(a, b);
  }
}
