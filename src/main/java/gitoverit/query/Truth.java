package gitoverit.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes any value for a yes or no, as Python does: 0, an empty text, an empty list and no error
/// are no.
///
/// @param operand the value
record Truth(Term operand) implements Term {

  /// Returns a term of the type [Type#TRUTH] that stands for `term`.
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
