package gitoverit.fs;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An open directory; names given to it are looked up relative to it and may hold any bytes.
///
/// Owned by one thread, closed by whoever opened it.
public interface Directory extends AutoCloseable {

  /// The path that this directory was opened by.
  Path path();

  /// Replaces the content of `into` with the entries of this directory, `.` and `..` left out, in
  /// the order of the file system.
  void list(DirectoryListing into) throws IOException;

  /// Opens a subdirectory; a symbolic link of that name is refused.
  ///
  /// @throws java.nio.file.NotDirectoryException if it is none, or a symbolic link
  Directory openDirectory(byte[] name) throws IOException;

  /// Fills `into` with what is known of an entry, links not followed; false when it is absent.
  boolean stat(byte[] name, FileStat into) throws IOException;

  /// Reads a regular file as a whole, following symbolic links; null when there is none.
  ///
  /// @param limit the most bytes to accept
  byte @Nullable [] read(byte[] name, int limit) throws IOException;

  @Override
  void close();
}
