package gitoverit.conformance;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The number of rows from each engine, and of the reasons why git was asked. Rows without an
/// answer do not count. Safe for use by many threads.
final class EngineCount {
  private final Map<String, Integer> rows = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();

  /// Counts rows of the program's output.
  synchronized void add(Collection<Object> some) {
    for (Object row : some) {
      count(Rows.value(row, "engine"), rows);
      count(Rows.value(row, "asked_git"), reasons);
    }
  }

  private static void count(@Nullable Object word, Map<String, Integer> counts) {
    if (word != null) {
      counts.merge(word.toString(), 1, Integer::sum);
    }
  }

  /// Returns the part of all answers that the program has read from git's own files, from 0 to 1.
  synchronized double nativeShare() {
    int all = rows.values().stream().mapToInt(Integer::intValue).sum();
    return (double) rows.getOrDefault("native", 0) / Math.max(1, all);
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append("%.0f%% of the answers are native: %s".formatted(100 * nativeShare(), rows));
    reasons.forEach((reason, count) ->
        text.append("\n  git was asked ")
            .append(count)
            .append(count == 1 ? " time: " : " times: ")
            .append(reason));
    return text.toString();
  }
}
