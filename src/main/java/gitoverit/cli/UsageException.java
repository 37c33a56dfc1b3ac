package gitoverit.cli;

import java.io.Serial;

/// The arguments cannot be carried out; the message is one line for the user.
final class UsageException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
