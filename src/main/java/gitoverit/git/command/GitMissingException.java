package gitoverit.git.command;

import java.io.IOException;
import java.io.Serial;

/// Reports that git could not be started: it is not on the `PATH`, or the system refused.
public final class GitMissingException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  GitMissingException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
