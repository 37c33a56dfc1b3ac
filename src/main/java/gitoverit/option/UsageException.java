package gitoverit.option;

import gitoverit.terminal.SafeText;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The arguments cannot be carried out; the message is one line for the user.
public final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String help;
  private final @Nullable String picture;

  public UsageException(String message) {
    this(message, "--help", null);
  }

  /// Makes one.
  ///
  /// @param help the option that tells how it is done
  /// @param picture more lines, which show where the mistake is
  public UsageException(String message, String help, @Nullable String picture) {
    super(message);
    this.help = help;
    this.picture = picture;
  }

  /// Returns the same with a message that tells where the mistake is.
  UsageException at(String message) {
    return new UsageException(message, help, picture);
  }

  /// Returns what the user gets to see.
  public String report() {
    String message = SafeText.of(String.valueOf(getMessage()));
    String line = "gitoverit: " + message + " (see gitoverit " + help + ")";
    return picture == null ? line : line + "\n" + picture;
  }
}
