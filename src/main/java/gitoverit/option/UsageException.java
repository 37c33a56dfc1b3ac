package gitoverit.option;

import gitoverit.terminal.SafeText;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Reports a mistake in the command line or a setting. The message is one line for the user.
public final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String help;
  private final @Nullable String picture;

  public UsageException(String message) {
    this(message, "--help", null);
  }

  /// @param help the option that prints help about the mistake
  /// @param picture more lines that point at the mistake
  public UsageException(String message, String help, @Nullable String picture) {
    super(message);
    this.help = help;
    this.picture = picture;
  }

  /// Returns the lines for the user.
  public String report() {
    String message = SafeText.of(String.valueOf(getMessage()));
    String line = "gitoverit: " + message + " (see gitoverit " + help + ")";
    return picture == null ? line : line + "\n" + picture;
  }
}
