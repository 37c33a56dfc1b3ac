package gitoverit.query;

import gitoverit.report.Failure;
import gitoverit.row.Field;
import gitoverit.row.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A fact of the row.
///
/// @param field which one
record FieldTerm(Field field) implements Term {
  private static final Set<Field> WORKTREE =
      Set.of(
          Field.ADDED_LINES,
          Field.DELETED,
          Field.DIRTY,
          Field.LATEST_MTIME,
          Field.MODIFIED,
          Field.MTIME,
          Field.REMOVED_LINES,
          Field.STAGED,
          Field.UNMERGED,
          Field.UNSTAGED,
          Field.UNTRACKED);

  @Override
  public Type type() {
    return switch (field) {
      case DIRTY, FETCH_FAILED, GONE, PULLED, PULL_FAILED, PUSHED, PUSH_FAILED -> Type.TRUTH;
      case WORKTREE_STATUS_CHECKED -> Type.TRUTH;
      case ADDED_LINES, REMOVED_LINES, AHEAD, BEHIND, STASHES, SUBMODULES -> Type.NUMBER;
      case DELETED, MODIFIED, STAGED, UNMERGED, UNSTAGED, UNTRACKED -> Type.NUMBER;
      case LAST_COMMIT, LAST_FETCH, LATEST_MTIME, MTIME -> Type.NUMBER;
      case OPERATION -> Type.LIST;
      case ERROR -> Type.PROBLEM;
      case ASKED_GIT, BRANCH, BRANCH_REMOTE, DIR, DISPLAY_PATH, ENGINE, HEAD, IDENT, PATH ->
          Type.TEXT;
      case PLAN, REMOTE, REMOTE_URL, SKIPPED, STATUS, URL, WORKTREE -> Type.TEXT;
    };
  }

  /// Returns whether the fact is known only when the worktree was looked at.
  boolean needsWorktree() {
    return WORKTREE.contains(field);
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

  /// Takes the value out of a field.
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
