package gitoverit.remote;

import gitoverit.git.config.ConfigEntry;
import java.io.Serial;

/// Reports an invalid setting of the user, in one line that names file and key.
public final class BadSettingException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates an exception.
  ///
  /// @param name the key as documented, without its section
  /// @param wanted a description of valid values
  BadSettingException(ConfigEntry entry, String name, String wanted) {
    super(
        "%s: gitoverit.%s: '%s' is not %s"
            .formatted(entry.place(), name, entry.value() == null ? "" : entry.value(), wanted));
  }
}
