package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// Refuses to answer in this process although nothing is wrong: git can answer, and must be asked.
///
/// It is an [IOException] because it crosses every reader. A handler of `IOException` inside an
/// analysis therefore rethrows it.
public final class UnprovenException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  /// Creates an exception for a case that only git decides.
  ///
  /// @param reason a phrase such as `a submodule is populated`, for the key `asked_git`
  public UnprovenException(String reason) {
    super(message(reason));
    this.reason = reason;
  }

  /// Creates an exception for a failure that git may be able to handle.
  ///
  /// @param reason a phrase that describes the failure
  public UnprovenException(String reason, Throwable cause) {
    super(message(reason), cause);
    this.reason = reason;
  }

  private static String message(String reason) {
    return "git must be asked: " + reason;
  }

  /// Returns why git must be asked.
  public String reason() {
    return reason;
  }
}
