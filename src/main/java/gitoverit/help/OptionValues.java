package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.OptionDoc;
import gitoverit.option.OptionGroup;
import gitoverit.option.Options;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import gitoverit.terminal.ColorMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the completions of all shells have to know of the options.
final class OptionValues {
  /// A shell command that prints the names of all views.
  static final String VIEWS =
      "git config --get-regexp --name-only '^gitoverit\\.view\\.' 2>/dev/null"
          + " | sed 's/^gitoverit\\.view\\.//; s/\\.[^.]*$//' | sort -u";

  private OptionValues() {}

  /// The values an option can have; none where they cannot be listed.
  static List<String> of(Flag option) {
    return switch (option) {
      case FORMAT -> labels(Options.Format.values());
      case COLOR, HYPERLINKS -> labels(ColorMode.values());
      case GENERATE -> labels(Generated.values());
      case SORT -> sorts();
      case COLUMNS -> columnNames();
      default -> List.of();
    };
  }

  private static List<String> labels(Enum<?>[] values) {
    List<String> labels = new ArrayList<>();
    for (Enum<?> value : values) {
      labels.add(value.name().toLowerCase(Locale.ROOT));
    }
    return labels;
  }

  private static List<String> sorts() {
    List<String> sorts = new ArrayList<>(labels(RowSort.values()));
    sorts.add("author");
    return sorts;
  }

  private static List<String> columnNames() {
    List<String> columns = new ArrayList<>();
    for (Field field : Field.values()) {
      columns.add(field.label());
    }
    return columns;
  }

  /// Returns the names of all columns with spaces between them.
  static String columns() {
    return String.join(" ", columnNames());
  }

  /// Returns all options in the order of the help.
  static List<OptionDoc> documented() {
    List<OptionDoc> all = new ArrayList<>();
    for (OptionGroup group : OptionGroup.values()) {
      all.addAll(group.options());
    }
    return all;
  }
}
