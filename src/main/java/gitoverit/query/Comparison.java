package gitoverit.query;

import gitoverit.query.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Compares two values of the same type. Strings are ordered by their characters; case matters.
///
/// @param sign the operator
/// @param left of the same type as `right`
/// @param right of the same type as `left`
record Comparison(Sign sign, Term left, Term right) implements Binary {
  /// The comparison operators.
  enum Sign {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /// Returns whether the operator needs an order.
    boolean isOrder() {
      return this != EQUAL && this != UNEQUAL;
    }

    /// Returns the operator of a token; null if it is none.
    static @Nullable Sign of(Token token) {
      return switch (token.kind() == Token.Kind.SIGN ? token.text() : "") {
        case "==" -> EQUAL;
        case "!=" -> UNEQUAL;
        case "<" -> LESS;
        case "<=" -> LESS_OR_EQUAL;
        case ">" -> GREATER;
        case ">=" -> GREATER_OR_EQUAL;
        default -> null;
      };
    }
  }

  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object of(Object a, Object b) {
    return switch (sign) {
      case EQUAL -> equal(a, b);
      case UNEQUAL -> !equal(a, b);
      case LESS -> order(a, b) < 0;
      case LESS_OR_EQUAL -> order(a, b) <= 0;
      case GREATER -> order(a, b) > 0;
      case GREATER_OR_EQUAL -> order(a, b) >= 0;
    };
  }

  /// Returns whether two values are equal, as 1 and 1.0 are.
  static boolean equal(Object a, Object b) {
    return (a instanceof BigDecimal x && b instanceof BigDecimal y)
        ? x.compareTo(y) == 0
        : a.equals(b);
  }

  private static int order(Object a, Object b) {
    return (a instanceof BigDecimal x && b instanceof BigDecimal y)
        ? x.compareTo(y)
        : ((String) a).compareTo((String) b);
  }
}
