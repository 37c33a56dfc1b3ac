package gitoverit.status;

import gitoverit.fs.Directory;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// Receives the places in a worktree that matter to the search for repositories.
///
/// Several threads may call it at the same time.
public interface NestedSink {

  /// Receives a directory that has a `.git`.
  ///
  /// @return whether the `.git` leads to a repository
  boolean nested(Path directory) throws IOException;

  /// Receives a directory that is ignored and was not entered.
  void ignored(Directory parent, byte[] names, int from, int to) throws IOException;

  /// Receives the empty directory of a submodule, which was not entered.
  void passedOver(Directory parent, byte[] names, int from, int to) throws IOException;

  /// Receives a directory that cannot be read.
  void unreadable(AccessDeniedException cause, Directory parent, byte[] names, int from, int to);
}
