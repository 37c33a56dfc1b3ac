package gitoverit.git.command;

import java.io.IOException;
import java.io.Serial;

/// Reports that git took too long and was ended.
public final class GitTimeoutException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param message names the time limit, for a row
  public GitTimeoutException(String message) {
    super(message);
  }
}
