package gitoverit.option;

import gitoverit.row.RowSort;
import org.jspecify.annotations.Nullable;

/// The choice and the order of the rows.
///
/// @param dirtyOnly whether to hide clean repositories
/// @param attention whether to show only repositories that need attention
/// @param query the expressions; null if there are none
/// @param sort the order; null for the default
/// @param reverse whether to reverse the order
/// @param limit the greatest number of rows to show
public record Rows(
    boolean dirtyOnly,
    boolean attention,
    @Nullable RowQuery query,
    @Nullable RowSort sort,
    boolean reverse,
    int limit) {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  static Rows of(GivenOptions given) throws UsageException {
    return new Rows(
        given.has(Flag.DIRTY_ONLY),
        given.has(Flag.ATTENTION),
        query(given),
        given.value(Flag.SORT, RowSort.class),
        given.has(Flag.REVERSE),
        given.value(Flag.LIMIT, Integer.class, NO_LIMIT));
  }

  private static @Nullable RowQuery query(GivenOptions given) throws UsageException {
    // The query class and its expressions are loaded only if there is an expression.
    boolean asked =
        given.has(Flag.WHERE)
            || given.has(Flag.CHECK)
            || given.has(Flag.PRINT)
            || given.has(Flag.PRINT0);
    return asked ? RowQuery.of(given) : null;
  }

  /// Returns whether rows may be shown as they complete, because no option needs all of them.
  boolean inAnyOrder() {
    return sort == null && !attention && !reverse && limit == NO_LIMIT;
  }
}
