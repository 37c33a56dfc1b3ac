package gitoverit.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Calculates with two numbers, or joins two strings. Results are exact, except that a division has
/// 16 digits. A division by 0 is unknown.
///
/// @param sign one of `+`, `-`, `*`, `/` and `%`
/// @param left a number, or a string
/// @param right of the same type as `left`
record Arithmetic(char sign, Term left, Term right) implements Binary {
  @Override
  public Type type() {
    return left.type();
  }

  @Override
  public @Nullable Object of(Object a, Object b) {
    return (a instanceof BigDecimal x && b instanceof BigDecimal y)
        ? calculate(x, y)
        : a + (String) b;
  }

  private @Nullable BigDecimal calculate(BigDecimal a, BigDecimal b) {
    return switch (sign) {
      case '+' -> a.add(b);
      case '-' -> a.subtract(b);
      case '*' -> a.multiply(b);
      case '/' -> b.signum() == 0 ? null : tidy(a.divide(b, MathContext.DECIMAL64));
      default -> b.signum() == 0 ? null : modulo(a, b);
    };
  }

  /// Removes trailing zeros and the exponent.
  private static BigDecimal tidy(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Returns the remainder. It has the sign of the divisor, as in Python.
  private static BigDecimal modulo(BigDecimal a, BigDecimal b) {
    BigDecimal quotient = a.divide(b, 0, RoundingMode.FLOOR);
    return a.subtract(quotient.multiply(b));
  }
}
