package gitoverit.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tests whether a string is part of another, or a value is an element of a list.
///
/// @param element the value to search for
/// @param whole a string or a list
record Membership(Term element, Term whole) implements Term {
  @Override
  public Type type() {
    return Type.TRUTH;
  }

  @Override
  public @Nullable Object value(Row row) {
    Object wanted = element.value(row);
    Object all = whole.value(row);
    if (wanted == null || all == null) {
      return null;
    }
    if (all instanceof List<?> list) {
      return isElement(wanted, list);
    }
    return ((String) all).contains((String) wanted);
  }

  /// Returns whether a list contains a value; null if it does not but has an unknown element.
  private static @Nullable Boolean isElement(Object wanted, List<?> list) {
    boolean unknown = false;
    for (Object element : list) {
      if (element == null) {
        unknown = true;
      } else if (Comparison.equal(wanted, element)) {
        return true;
      }
    }
    return unknown ? null : Boolean.FALSE;
  }
}
