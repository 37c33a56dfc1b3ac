package gitoverit.row;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Suggests the known word that a misspelt word may mean.
public final class NearestWord {
  private static final int LONGEST = 40;

  private NearestWord() {}

  /// Returns the known word that is the fewest edits away (a letter inserted, deleted, replaced, or
  /// two swapped); null if none is close enough.
  public static @Nullable String to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = word.length() / 3 + 1;
    for (String candidate : known) {
      int distance =
          word.length() > 2 && candidate.startsWith(word) ? 1 : distance(word, candidate);
      if (distance < least || (nearest == null && distance == least)) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /// The Damerau-Levenshtein distance of two words, with adjacent letters swapped once.
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + other);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
