package gitoverit.query;

import org.jspecify.annotations.Nullable;

/// The negation of a value. The negation of an unknown value is unknown.
///
/// @param operand of the type [Type#TRUTH]
record Negation(Term operand) implements Term {
  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object value(Row row) {
    Boolean truth = operand.truth(row);
    return truth == null ? null : !truth;
  }
}
