package gitoverit.testing;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The known facts about a repository.
///
/// @param byKey values by the keys of the program's output: numbers are `BigDecimal`, the rest is
///   text, a boolean, a list of texts or null; empty if git refuses to read the repository
public record Facts(SortedMap<String, @Nullable Object> byKey) {
  /// Returns whether git refuses to read the repository.
  public boolean isRefused() {
    return byKey.isEmpty();
  }
}
