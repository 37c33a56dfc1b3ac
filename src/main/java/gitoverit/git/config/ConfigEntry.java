package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import org.jspecify.annotations.Nullable;

/// One setting as it stands in a source: a key, and its value.
///
/// @param key `section.name` or `section.subsection.name`; all but the subsection in lower case
/// @param value the value; null when the line has no `=`, which a boolean reads as true
/// @param origin the file it stands in, or [#COMMAND_LINE]
/// @param line the line on which the value ends, counted from 1; 0 on the command line
public record ConfigEntry(String key, @Nullable String value, String origin, int line) {
  /// The origin of settings that come from the environment, as git names it.
  public static final String COMMAND_LINE = "command line";

  /// Returns the subsection when the key is one of `section.subsection.name`; null otherwise.
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

  /// Returns where it stands, as `file:line` where there is a line.
  public String place() {
    return line > 0 ? origin + ":" + line : origin;
  }

  /// Returns the value, which has to be there.
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
  /// @throws GitFormatException if it is none
  public boolean isTrue() throws GitFormatException {
    return ConfigValue.toBoolean(this);
  }

  /// Returns a complaint about this entry.
  ///
  /// @param complaint what is wrong with it, to follow the key
  GitFormatException invalid(String complaint) {
    return new GitFormatException(origin, line, "'" + key + "' " + complaint);
  }
}
