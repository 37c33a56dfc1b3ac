package gitoverit.git;

import java.io.IOException;
import java.io.Serial;

/// Reports a file of git that does not have the format that git documents.
public final class GitFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /// Creates an exception for a place in a file.
  ///
  /// @param file the name of the file, for a person
  /// @param offset the byte at which reading failed, counted from 0; for a line-based file the
  ///   line, counted from 1
  /// @param reason the defect at that place
  public GitFormatException(String file, long offset, String reason) {
    super(file + " at " + offset + ": " + reason);
  }
}
