package gitoverit.row;

import java.util.ArrayList;
import java.util.List;

/// The language of `--columns`, which selects columns.
///
/// The value is a comma-separated list, applied from left to right to the current columns: `col`
/// appends a column or moves it to the end, `-col` removes it, `-` removes all. Every [Field] may
/// be a column.
public final class ColumnSpec {
  private ColumnSpec() {}

  /// Applies `spec` to `columns`; the result may be empty.
  ///
  /// @throws IllegalArgumentException if a name is unknown; its message is one line
  public static List<Field> apply(String spec, List<Field> columns) {
    List<Field> result = new ArrayList<>(columns);
    int start = 0;
    for (int comma = spec.indexOf(','); comma >= 0; comma = spec.indexOf(',', start)) {
      applyOne(spec.substring(start, comma).strip(), result);
      start = comma + 1;
    }
    applyOne(spec.substring(start).strip(), result);
    return List.copyOf(result);
  }

  private static void applyOne(String item, List<Field> columns) {
    if (item.equals("-")) {
      columns.clear();
    } else if (item.startsWith("-")) {
      columns.remove(field(item.substring(1).strip()));
    } else {
      Field field = field(item);
      columns.remove(field);
      columns.add(field);
    }
  }

  private static Field field(String name) {
    Field field = Field.of(name);
    if (field == null) {
      List<String> known = known();
      String nearest = NearestWord.to(name, known);
      String hint = nearest == null ? "" : "did you mean '" + nearest + "'? ";
      throw new IllegalArgumentException(
          "unknown column '" + name + "'; " + hint + "known columns: " + String.join(", ", known));
    }
    return field;
  }

  private static List<String> known() {
    List<String> labels = new ArrayList<>();
    for (Field field : Field.values()) {
      labels.add(field.label());
    }
    return labels;
  }
}
