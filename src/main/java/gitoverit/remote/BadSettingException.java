package gitoverit.remote;

import gitoverit.git.config.ConfigEntry;
import java.io.Serial;

/// Reports an invalid setting in one line that names the file and the key.
public final class BadSettingException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private BadSettingException(ConfigEntry entry, String name, String problem) {
    super(entry.place() + ": gitoverit." + name + ": " + problem);
  }

  /// Returns the exception for a value of the wrong kind, as `'many' is not a whole number`.
  ///
  /// @param name the key as documented, without its section
  static BadSettingException isNot(String wanted, ConfigEntry entry, String name) {
    return new BadSettingException(entry, name, "'" + value(entry) + "' is not " + wanted);
  }

  /// Returns the exception for a value outside its limits, as `must be between 1 and 9: '0'`.
  ///
  /// @param name the key as documented, without its section
  static BadSettingException must(String rule, ConfigEntry entry, String name) {
    return new BadSettingException(entry, name, "must " + rule + ": '" + value(entry) + "'");
  }

  private static String value(ConfigEntry entry) {
    String value = entry.value();
    return value == null ? "" : value;
  }
}
