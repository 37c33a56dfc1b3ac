package gitoverit.cli;

import java.io.IOException;
import java.io.Serial;

/// The reader of the output has closed the pipe.
final class ClosedPipeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}
