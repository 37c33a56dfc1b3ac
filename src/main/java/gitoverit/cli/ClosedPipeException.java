package gitoverit.cli;

import java.io.IOException;
import java.io.Serial;

/// Whoever read the output has stopped reading.
final class ClosedPipeException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}
