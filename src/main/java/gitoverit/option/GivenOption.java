package gitoverit.option;

import gitoverit.git.config.ConfigEntry;
import gitoverit.option.value.BadValueException;
import gitoverit.option.value.ValueType;
import org.jspecify.annotations.Nullable;

/// An option from the command line or from a setting.
///
/// @param flag the option
/// @param text its value as written; null for an option that takes none
/// @param setting the setting that gives it; null for the command line
record GivenOption(Flag flag, @Nullable String text, @Nullable ConfigEntry setting) {
  /// Parses the value of an option that takes one.
  ///
  /// @throws UsageException if the option does not accept the value
  Object value() throws UsageException {
    ValueType type = flag.value();
    if (type == null || text == null) {
      throw new IllegalStateException(flag + " takes no value");
    }
    try {
      return type.parse(text);
    } catch (BadValueException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /// Returns an error about the value, as `--depth: PROBLEM` or `FILE:LINE: gitoverit.depth:
  /// PROBLEM`.
  UsageException wrong(String problem) {
    return new UsageException(setting == null ? option() + ": " + problem : at(setting, problem));
  }

  /// Returns an error about a combination of options, as `--print PROBLEM`.
  UsageException conflict(String problem) {
    return new UsageException(setting == null ? option() + " " + problem : at(setting, problem));
  }

  /// Returns an error about an expression, with a picture that points at the mistake.
  UsageException wrongExpression(int column, String problem, String picture) {
    String message =
        setting == null ? option() + ", column " + column + ": " + problem : at(setting, problem);
    return new UsageException(message, "--help-where", picture);
  }

  private String option() {
    return "--" + flag.word();
  }

  /// Returns the message about a setting, as `FILE:LINE: KEY: PROBLEM`.
  static String at(ConfigEntry setting, String problem) {
    return setting.place() + ": " + setting.key() + ": " + problem;
  }
}
