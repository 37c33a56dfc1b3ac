package gitoverit.status;

import gitoverit.fs.Directory;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// Is told of places in a worktree that the search for repositories has an interest in.
///
/// Several threads may call it at once.
public interface NestedSink {

  /// A directory has a `.git`.
  ///
  /// @return whether that leads to a repository
  boolean nested(Path directory) throws IOException;

  /// A directory is ignored and was not entered.
  void ignored(Directory parent, byte[] names, int from, int to) throws IOException;

  /// A directory is the empty place of a submodule and was not entered.
  void passedOver(Directory parent, byte[] names, int from, int to) throws IOException;

  /// A directory may not be read.
  void unreadable(AccessDeniedException cause, Directory parent, byte[] names, int from, int to);
}
