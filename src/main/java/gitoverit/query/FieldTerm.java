package gitoverit.query;

import gitoverit.report.Failure;
import gitoverit.row.Field;
import gitoverit.row.FieldValue;
import gitoverit.row.Need;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of the row.
///
/// @param field the field
record FieldTerm(Field field) implements Term {
  @Override
  public Type type() {
    return Type.of(field.type());
  }

  /// Returns whether the field is known only if the worktree was inspected.
  boolean needsWorktree() {
    return field.need() == Need.WORKTREE;
  }

  @Override
  public @Nullable Object value(Row row) {
    FieldValue value = field.value(row.result(), row.context());
    Plain plain = new Plain();
    if (value != null) {
      value.writeTo(plain);
    }
    return plain.value;
  }

  /// Converts the value of a field.
  private static final class Plain implements FieldValue.Sink<RuntimeException> {
    private @Nullable Object value;

    @Override
    public void text(String text) {
      value = text;
    }

    @Override
    public void count(long count) {
      value = BigDecimal.valueOf(count);
    }

    @Override
    public void flag(boolean flag) {
      value = flag;
    }

    @Override
    public void time(Instant time) {
      value = SpecialName.seconds(time);
    }

    @Override
    public void words(List<String> words) {
      value = words;
    }

    @Override
    public void failure(Failure failure) {
      value = failure;
    }
  }
}
