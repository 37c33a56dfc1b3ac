package gitoverit.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A value by which rows are sorted. Keys are compared only with keys of the same kind. Times sort
/// newest first, reasons most urgent first; texts ignore case.
final class SortKey implements Comparable<SortKey> {
  private final @Nullable Instant time;
  private final @Nullable Attention attention;
  private final String text;

  private SortKey(@Nullable Instant time, @Nullable Attention attention, String text) {
    this.time = time;
    this.attention = attention;
    this.text = text;
  }

  /// Returns the key for a field's value; null if the value is unknown.
  static @Nullable SortKey of(@Nullable FieldValue value) {
    if (value instanceof FieldValue.Time(Instant time)) {
      return new SortKey(time, null, "");
    }
    return value == null ? null : of(FieldText.of(value));
  }

  static SortKey of(String text) {
    return new SortKey(null, null, text);
  }

  static SortKey of(Attention attention) {
    return new SortKey(null, attention, "");
  }

  @Override
  public int compareTo(SortKey other) {
    if (time != null && other.time != null) {
      return other.time.compareTo(time);
    }
    return attention != null && other.attention != null
        ? attention.compareTo(other.attention)
        : String.CASE_INSENSITIVE_ORDER.compare(text, other.text);
  }
}
