package gitoverit.row;

import gitoverit.fs.PathBytes;
import gitoverit.report.RepoResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What rows are sorted by (`--sort`). Text ascends without regard to case, times descend, what is
/// unknown comes last; ties are broken by the path in byte order.
public enum RowSort {
  /// Newest first.
  MTIME(null),
  /// The display path, without the mark of a failed remote operation.
  DIR(null),
  /// The absolute path.
  PATH(Field.PATH),
  /// The last component of the path.
  NAME(null),
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
  /// The most urgent first, see [Attention].
  ATTENTION(null),
  /// The order of the search below one directory, see [SearchOrder].
  NONE(null);

  /// The field whose text is the key; null where the key is made in another way.
  private final @Nullable Field field;

  RowSort(@Nullable Field field) {
    this.field = field;
  }

  /// Returns the sort of this name, such as `mtime`; `author` is another name of `ident`; null when
  /// there is none.
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
  /// @param reverse whether the whole order is turned round
  public List<RepoResult> sort(List<RepoResult> rows, boolean reverse, RowContext context) {
    Keyed[] keyed = new Keyed[rows.size()];
    for (int i = 0; i < keyed.length; i++) {
      keyed[i] = key(rows.get(i), context);
    }
    Arrays.sort(keyed, reverse ? Comparator.reverseOrder() : Comparator.naturalOrder());
    List<RepoResult> sorted = new ArrayList<>(keyed.length);
    for (Keyed row : keyed) {
      sorted.add(row.row);
    }
    return sorted;
  }

  /// Keys are taken once for each row: some of them cost more than many comparisons.
  private Keyed key(RepoResult row, RowContext context) {
    Path path = row.path();
    return switch (this) {
      case NONE -> new Keyed(row, null, null, SearchOrder.key(path));
      case MTIME -> new Keyed(row, mtime(row, context), null, PathBytes.of(path));
      case ATTENTION, DIR, PATH, NAME, STATUS, BRANCH, REMOTE, URL, IDENT ->
          new Keyed(row, null, text(row, context), PathBytes.of(path));
    };
  }

  private @Nullable Instant mtime(RepoResult row, RowContext context) {
    return Field.MTIME.value(row, context) instanceof FieldValue.Time(Instant time) ? time : null;
  }

  private @Nullable String text(RepoResult row, RowContext context) {
    if (this == ATTENTION) {
      return Integer.toString(Attention.of(row).rank());
    }
    if (this == DIR) {
      return context.displayPath(row.path()).forSorting();
    }
    if (this == PATH) {
      // Where it is quoted it would come before all others.
      return row.path().toString();
    }
    if (field == null) {
      Path name = row.path().getFileName();
      return name == null ? "" : name.toString();
    }
    FieldValue value = field.value(row, context);
    return value == null ? null : FieldText.of(value);
  }

  /// A row with what it is compared by.
  private static final class Keyed implements Comparable<Keyed> {
    private final RepoResult row;
    private final @Nullable Instant time;
    private final @Nullable String text;
    private final byte[] path;

    Keyed(RepoResult row, @Nullable Instant time, @Nullable String text, byte[] path) {
      this.row = row;
      this.time = time;
      this.text = text;
      this.path = path;
    }

    @Override
    public int compareTo(Keyed other) {
      int order = Boolean.compare(isUnknown(), other.isUnknown());
      if (order == 0 && time != null && other.time != null) {
        order = other.time.compareTo(time);
      }
      if (order == 0 && text != null && other.text != null) {
        order = String.CASE_INSENSITIVE_ORDER.compare(text, other.text);
      }
      return order == 0 ? Arrays.compareUnsigned(path, other.path) : order;
    }

    private boolean isUnknown() {
      return time == null && text == null;
    }
  }
}
