package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// Something cannot be proven in-process although nothing is wrong with it: git is to be asked.
public final class UnprovenException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one.
  ///
  /// @param reason what is not known here, such as `home directory of another user: ~eve/x`
  public UnprovenException(String reason) {
    super("cannot be proven here, ask git: " + reason);
  }
}
