package gitoverit.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several statements joined by `and` or by `or`, in Kleene's three-valued logic: one that decides
/// is enough, else one that is unknown leaves the whole unknown.
///
/// @param decisive the value that decides: true of `or`, false of `and`
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
