package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// A `.git` does not lead to a repository.
public final class NotARepositoryException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one with what is wrong, for a person.
  public NotARepositoryException(String message) {
    super(message);
  }
}
