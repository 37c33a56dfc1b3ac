package gitoverit.option;

import gitoverit.row.RowSort;
import org.jspecify.annotations.Nullable;

/// Which repositories are shown, and in which order.
///
/// @param dirtyOnly whether clean repositories are hidden
/// @param attention whether only repositories that need attention are shown
/// @param query the expressions; null when there is none
/// @param sort the order; null for the default
/// @param reverse whether the order is reversed
/// @param limit how many rows are shown at most
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
    // The class and the expressions behind it are loaded only when there is one.
    boolean asked =
        given.has(Flag.WHERE)
            || given.has(Flag.CHECK)
            || given.has(Flag.PRINT)
            || given.has(Flag.PRINT0);
    return asked ? RowQuery.of(given) : null;
  }

  /// Returns whether rows may be shown as they come, because no option needs all of them.
  boolean inAnyOrder() {
    return sort == null && !attention && !reverse && limit == NO_LIMIT;
  }
}
