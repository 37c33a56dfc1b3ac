package gitoverit.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Converts any value to a boolean, as Python does: 0, an empty string, an empty list and no error
/// are false.
///
/// @param operand the value
record Truth(Term operand) implements Term {

  /// Returns `term`, converted to the type [Type#TRUTH] if necessary.
  static Term of(Term term) {
    return term.type() == Type.TRUTH ? term : new Truth(term);
  }

  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object value(Row row) {
    Object value = operand.value(row);
    return switch (operand.type()) {
      case PROBLEM -> value != null;
      case NUMBER -> value == null ? null : ((BigDecimal) value).signum() != 0;
      case TEXT -> value == null ? null : !((String) value).isEmpty();
      case LIST -> value == null ? null : !((List<?>) value).isEmpty();
      case TRUTH, NULL -> value;
    };
  }
}
