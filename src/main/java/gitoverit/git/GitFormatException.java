package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// A file of git's is not in the format that git's documentation gives it.
public final class GitFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Makes one for a place in a file.
  ///
  /// @param file what was read, as a person would name it
  /// @param offset the byte at which reading failed, counted from 0; for a line-based file the
  ///   line, counted from 1
  /// @param reason what is wrong there
  public GitFormatException(String file, long offset, String reason) {
    super(file + " at " + offset + ": " + reason);
  }
}
