package gitoverit.remote;

import gitoverit.git.config.ConfigEntry;
import java.io.Serial;

/// A setting of the user's makes no sense; the message is one line that names file and key.
public final class BadSettingException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one.
  ///
  /// @param name the key as documented, without its section
  /// @param wanted what the value should have been
  BadSettingException(ConfigEntry entry, String name, String wanted) {
    super(
        "%s: gitoverit.%s: '%s' is not %s"
            .formatted(entry.place(), name, entry.value() == null ? "" : entry.value(), wanted));
  }
}
