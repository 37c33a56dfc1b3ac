package gitoverit.discovery;

import java.io.IOException;
import java.io.Serial;

/// The file system did not answer in time.
public final class HungDirectoryException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one.
  public HungDirectoryException() {
    super("the file system does not answer");
  }
}
