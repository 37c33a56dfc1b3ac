package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// Reports a `.git` that does not lead to a repository.
public final class NotARepositoryException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates an exception with a message that describes the defect to a person.
  public NotARepositoryException(String message) {
    super(message);
  }
}
