package gitoverit.testing;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What is known of one repository.
///
/// @param byKey values by the keys of the program's output: numbers are `BigDecimal`, the rest is
///   text, a boolean, a list of texts or null; empty when git refuses to look at the repository
public record Facts(SortedMap<String, @Nullable Object> byKey) {
  /// Returns whether git refuses to look at the repository.
  public boolean isRefused() {
    return byKey.isEmpty();
  }
}
