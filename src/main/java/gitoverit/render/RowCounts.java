package gitoverit.render;

import gitoverit.report.RepoResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Counts rows by [Trait].
///
/// @param rows the rows
/// @param now the time of the run
public record RowCounts(List<RepoResult> rows, Instant now) {

  /// Returns the number of rows with a trait.
  public int of(Trait trait) {
    int count = 0;
    for (RepoResult row : rows) {
      count += trait.isOf(row, now) ? 1 : 0;
    }
    return count;
  }

  /// Returns the parts of the summary, such as `44 repositories: 30 clean` and `14 dirty + 3
  /// clean`.
  ///
  /// @param hidden the rows that are not shown
  public List<String> summary(HiddenRows hidden) {
    List<String> parts = new ArrayList<>();
    addCount(Trait.CLEAN, " clean", parts);
    addCount(Trait.DIRTY, " dirty", parts);
    addCount(Trait.AHEAD, " ahead", parts);
    addCount(Trait.BEHIND, " behind", parts);
    addCount(Trait.FAILED, " failed", parts);
    String total = rows.size() == 1 ? "1 repository" : rows.size() + " repositories";
    if (parts.isEmpty()) {
      parts.add(total);
    } else {
      parts.set(0, total + ": " + parts.getFirst());
    }
    if (hidden.clean() > 0) {
      parts.set(parts.size() - 1, parts.getLast() + " + " + hidden.clean() + " clean");
    }
    addCount(hidden.others(), " not shown", parts);
    return parts;
  }

  private void addCount(Trait trait, String word, List<String> parts) {
    addCount(of(trait), word, parts);
  }

  private static void addCount(int count, String word, List<String> parts) {
    if (count > 0) {
      parts.add(count + word);
    }
  }
}
