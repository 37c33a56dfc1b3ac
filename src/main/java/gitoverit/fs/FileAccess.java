package gitoverit.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Read access to the file system: directories by handle, small files as a whole, large ones in
/// parts.
///
/// It has only the operations that a scan of many worktrees needs; none of them writes. All
/// implementations give the same answers, which one set of contract tests checks.
public sealed interface FileAccess permits NioFileAccess, PosixFileAccess, StartingFileAccess {

  /// Returns the best implementation for this machine.
  static FileAccess create() {
    return PosixFileAccess.isSupported() ? starting(PosixFileAccess::new) : portable();
  }

  /// Returns an implementation that is portable until a better one is ready.
  ///
  /// @param best creates the better one, on a thread of its own; if it fails, access stays portable
  static FileAccess starting(Supplier<FileAccess> best) {
    return new StartingFileAccess(best);
  }

  /// Returns the implementation that works on every machine.
  static FileAccess portable() {
    return new NioFileAccess();
  }

  /// Opens a directory, following a symbolic link in `path`.
  ///
  /// @throws java.nio.file.NoSuchFileException if nothing is there
  /// @throws java.nio.file.NotDirectoryException if something else is there
  /// @throws java.nio.file.AccessDeniedException if it may not be listed
  Directory openDirectory(Path path) throws IOException;

  /// Opens a directory that must not be a symbolic link.
  ///
  /// @throws java.nio.file.NotDirectoryException if it is not a directory, or is a symbolic link
  Directory openDirectoryNoFollow(Path path) throws IOException;

  /// Reads a whole regular file, following symbolic links; null when there is none.
  ///
  /// @param limit the most bytes to accept
  /// @throws java.nio.file.FileSystemException if the file is larger than `limit`, is a directory
  ///   or cannot be read
  byte @Nullable [] read(Path file, int limit) throws IOException;

  /// Reads a whole regular file like [#read(Path, int)], but returns null also for a directory, as
  /// git reads the files that need not exist.
  default byte @Nullable [] readUnlessDirectory(Path file, int limit) throws IOException {
    try {
      return read(file, limit);
    } catch (IOException e) {
      FileStat stat = new FileStat();
      if (stat(file, true, stat) && stat.isDirectory()) {
        return null;
      }
      throw e;
    }
  }

  /// Opens a regular file for reading at any position, following symbolic links; null when there is
  /// none.
  ///
  /// @throws java.nio.file.FileSystemException if it may not be read
  @Nullable OpenFile open(Path file) throws IOException;

  /// Fills `into` with the status of `file`; false when there is nothing of that name.
  ///
  /// @param followLinks whether to follow a symbolic link
  boolean stat(Path file, boolean followLinks, FileStat into) throws IOException;

  /// Returns the absolute path of `path` with every symbolic link in it resolved.
  ///
  /// @throws java.nio.file.NoSuchFileException if nothing is there
  default Path realPath(Path path) throws IOException {
    return path.toRealPath();
  }

  /// Returns the user id of this process when it opens files; -1 when it is unknown.
  int userId();
}
