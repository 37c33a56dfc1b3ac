package gitoverit.query;

import gitoverit.report.Failure;
import org.jspecify.annotations.Nullable;

/// The kind or the message of an error.
///
/// @param problem of the type [Type#PROBLEM]
/// @param kind whether to take the kind rather than the message
record ErrorPart(Term problem, boolean kind) implements Term {
  @Override
  public Type type() {
    return Type.TEXT;
  }

  @Override
  public @Nullable Object value(Row row) {
    Failure failure = (Failure) problem.value(row);
    if (failure == null) {
      return null;
    }
    return kind ? failure.kind().label() : failure.message();
  }
}
