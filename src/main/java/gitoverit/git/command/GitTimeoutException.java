package gitoverit.git.command;

import java.io.IOException;
import java.io.Serial;

/// git was ended because its time was up.
public final class GitTimeoutException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one with a message for a person.
  public GitTimeoutException(String message) {
    super(message);
  }
}
