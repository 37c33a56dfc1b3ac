package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import org.jspecify.annotations.Nullable;

/// One setting of a source: a key and its value.
///
/// @param key `section.name` or `section.subsection.name`; all but the subsection in lower case
/// @param value the value; null when the line has no `=`, which means true for a boolean
/// @param origin the file that contains it, or [#COMMAND_LINE]
/// @param line the line on which the value ends, counted from 1; 0 on the command line
public record ConfigEntry(String key, @Nullable String value, String origin, int line) {
  /// The origin of settings that come from the environment, as git names it.
  public static final String COMMAND_LINE = "command line";

  /// Returns the subsection when the key has the form `section.subsection.name`; null otherwise.
  ///
  /// @param section a section in lower case
  public @Nullable String subsection(String section) {
    int start = section.length() + 1;
    if (key.length() <= start || !key.startsWith(section) || key.charAt(start - 1) != '.') {
      return null;
    }
    int end = key.lastIndexOf('.');
    return end < start ? null : key.substring(start, end);
  }

  /// Returns whether the last part of the key is `name`.
  boolean isNamed(String name) {
    int start = key.length() - name.length();
    return key.endsWith(name) && start > 0 && key.charAt(start - 1) == '.';
  }

  /// Returns the place of the entry, as `file:line` if there is a line.
  public String place() {
    return line > 0 ? origin + ":" + line : origin;
  }

  /// Returns the value, which must exist.
  ///
  /// @throws GitFormatException if the line has no `=`
  public String required() throws GitFormatException {
    if (value == null) {
      throw invalid("has no value");
    }
    return value;
  }

  /// Returns the value as git reads a boolean; true when the line has no `=`.
  ///
  /// @throws GitFormatException if it is not a boolean
  public boolean isTrue() throws GitFormatException {
    return ConfigValue.toBoolean(this);
  }

  /// Returns an exception about this entry.
  ///
  /// @param complaint the defect, as a phrase that follows the key
  GitFormatException invalid(String complaint) {
    return new GitFormatException(origin, line, "'" + key + "' " + complaint);
  }
}
