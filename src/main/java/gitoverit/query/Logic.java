package gitoverit.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several operands joined by `and` or by `or`, in Kleene's three-valued logic: one operand can
/// decide; otherwise, one unknown operand makes the result unknown.
///
/// @param decisive the value that decides: true for `or`, false for `and`
/// @param operands of the type [Type#TRUTH]
record Logic(boolean decisive, List<Term> operands) implements Term {
  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object value(Row row) {
    boolean unknown = false;
    for (Term operand : operands) {
      Boolean truth = operand.truth(row);
      if (truth == null) {
        unknown = true;
      } else if (truth == decisive) {
        return decisive;
      }
    }
    return unknown ? null : !decisive;
  }
}
