package gitoverit.discovery;

import java.io.IOException;
import java.io.Serial;

/// Reports that the file system did not answer in time.
public final class HungDirectoryException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates an exception with its message.
  public HungDirectoryException() {
    super("the file system does not respond");
  }
}
