package gitoverit.option.value;

import gitoverit.row.Field;
import java.util.ArrayList;
import java.util.List;

/// Accepts any text. The user of the value checks it, because other options determine the valid
/// values.
public enum Text implements ValueType {
  /// A pattern for directories.
  GLOB,
  /// A comma-separated list of columns.
  COLUMNS,
  /// An expression over the fields of a row.
  EXPRESSION,
  /// The name of a view.
  VIEW;

  @Override
  public String parse(String text) throws BadValueException {
    if (this == GLOB && text.isEmpty()) {
      throw BadValueException.must("not be empty", text);
    }
    return text;
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (Field field : this == COLUMNS ? Field.values() : new Field[0]) {
      words.add(field.label());
    }
    return words;
  }
}
