package gitoverit.option.value;

import java.util.List;

/// The values that an option accepts.
public sealed interface ValueType permits Choice, Seconds, Text, WholeNumber {
  /// Parses a value.
  ///
  /// @throws BadValueException if the option does not accept the value
  Object parse(String text) throws BadValueException;

  /// Returns the values that a completion offers; empty if they cannot be listed.
  default List<String> words() {
    return List.of();
  }
}
