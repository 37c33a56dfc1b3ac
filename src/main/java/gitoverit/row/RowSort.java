package gitoverit.row;

import static java.util.Objects.requireNonNull;

import gitoverit.fs.PathBytes;
import gitoverit.report.RepoResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The orders of rows (`--sort`). Text ascends and ignores case, times descend, and unknown values
/// come last. The path, in byte order, breaks ties.
public enum RowSort {
  /// Newest first.
  MTIME(Field.MTIME),
  /// The display path, without the mark for a failed remote operation.
  DIR,
  /// The absolute path.
  PATH,
  /// The last component of the path.
  NAME,
  /// The status text.
  STATUS(Field.STATUS),
  /// The branch.
  BRANCH(Field.BRANCH),
  /// The upstream.
  REMOTE(Field.REMOTE),
  /// The simplified URL.
  URL(Field.URL),
  /// The committer.
  IDENT(Field.IDENT),
  /// Most urgent first, see [Attention].
  ATTENTION,
  /// The order of the search, see [SearchOrder].
  NONE;

  /// The field whose value is the key; null if the key is computed otherwise.
  private final @Nullable Field field;

  RowSort() {
    this.field = null;
  }

  RowSort(Field field) {
    this.field = field;
  }

  /// Returns the order with this name, such as `mtime`; null if there is none. `author` is another
  /// name for `ident`.
  public static @Nullable RowSort of(String name) {
    if (name.equals("author")) {
      return IDENT;
    }
    for (RowSort sort : values()) {
      if (sort.label().equals(name)) {
        return sort;
      }
    }
    return null;
  }

  /// Returns the name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the rows in this order.
  ///
  /// @param reverse whether the whole order is reversed
  /// @param search the order of [#NONE]
  public List<RepoResult> sort(
      List<RepoResult> rows, boolean reverse, RowContext context, SearchOrder search) {
    Keyed[] keyed = new Keyed[rows.size()];
    for (int i = 0; i < keyed.length; i++) {
      RepoResult row = rows.get(i);
      byte[] path = this == NONE ? search.key(row.path()) : PathBytes.of(row.path());
      keyed[i] = new Keyed(row, key(row, context), path);
    }
    Arrays.sort(keyed, reverse ? Comparator.reverseOrder() : Comparator.naturalOrder());
    List<RepoResult> sorted = new ArrayList<>(keyed.length);
    for (Keyed row : keyed) {
      sorted.add(row.row);
    }
    return sorted;
  }

  /// Computes the key once for each row, because some keys cost more than many comparisons.
  private @Nullable SortKey key(RepoResult row, RowContext context) {
    Path name = row.path().getFileName();
    return switch (this) {
      case NONE -> null;
      case ATTENTION -> SortKey.of(Attention.of(row));
      case DIR -> SortKey.of(context.displayPath(row.path()).forSorting());
      // Quoted paths would sort before all others.
      case PATH -> SortKey.of(row.path().toString());
      case NAME -> SortKey.of(name == null ? "" : name.toString());
      case MTIME, STATUS, BRANCH, REMOTE, URL, IDENT ->
          SortKey.of(requireNonNull(field).value(row, context));
    };
  }

  /// A row with its keys.
  private static final class Keyed implements Comparable<Keyed> {
    private final RepoResult row;
    private final @Nullable SortKey key;
    private final byte[] path;

    Keyed(RepoResult row, @Nullable SortKey key, byte[] path) {
      this.row = row;
      this.key = key;
      this.path = path;
    }

    @Override
    public int compareTo(Keyed other) {
      int order = Boolean.compare(key == null, other.key == null);
      if (order == 0 && key != null && other.key != null) {
        order = key.compareTo(other.key);
      }
      return order == 0 ? Arrays.compareUnsigned(path, other.path) : order;
    }
  }
}
