package gitoverit.help;

import gitoverit.option.Flag;
import gitoverit.option.value.Text;
import gitoverit.option.value.ValueType;
import java.util.List;

/// Lists the values of options, for the completions of all shells.
final class OptionValues {
  /// A shell command that prints the names of all views.
  static final String VIEWS =
      "git config --get-regexp --name-only '^gitoverit\\.view\\.' 2>/dev/null"
          + " | sed 's/^gitoverit\\.view\\.//; s/\\.[^.]*$//' | sort -u";

  private OptionValues() {}

  /// Returns the values that an option accepts; empty if they cannot be listed.
  static List<String> of(Flag option) {
    ValueType type = option.value();
    return type == null ? List.of() : type.words();
  }

  /// Returns the names of all columns, separated by spaces.
  static String columns() {
    return String.join(" ", Text.COLUMNS.words());
  }
}
