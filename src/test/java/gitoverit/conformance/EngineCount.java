package gitoverit.conformance;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many rows came from which engine. Rows without an answer do not count.
final class EngineCount {
  private final Map<String, Integer> rows = new TreeMap<>();

  /// Counts rows of the program's output. A count of the reasons why git was asked belongs here
  /// too.
  void add(Collection<Object> some) {
    for (Object row : some) {
      @Nullable Object engine = Rows.value(row, "engine");
      if (engine != null) {
        rows.merge(engine.toString(), 1, Integer::sum);
      }
    }
  }

  /// Returns which part of all answers the program has read from git's own files, from 0 to 1.
  double nativeShare() {
    int all = rows.values().stream().mapToInt(Integer::intValue).sum();
    return (double) rows.getOrDefault("native", 0) / Math.max(1, all);
  }

  @Override
  public String toString() {
    return "%.0f%% of the answers are native: %s".formatted(100 * nativeShare(), rows);
  }
}
