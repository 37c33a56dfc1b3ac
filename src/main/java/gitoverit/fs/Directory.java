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

  /// Opens a subdirectory, also one several levels down; a symbolic link at the end is refused.
  ///
  /// @param bytes holds its path relative to this directory, from `from` to `to`
  /// @throws java.nio.file.NotDirectoryException if it is none, or a symbolic link
  Directory openDirectory(byte[] bytes, int from, int to) throws IOException;

  /// Opens a subdirectory.
  default Directory openDirectory(byte[] name) throws IOException {
    return openDirectory(name, 0, name.length);
  }

  /// Fills `into` with what is known of a file, a link at the end not followed; false when there is
  /// none, which is taken for the exception.
  ///
  /// @param bytes holds its path relative to this directory, from `from` to `to`
  boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException;

  /// Fills `into` with what is known of an entry; false when there is none, which is as likely.
  default boolean stat(byte[] name, FileStat into) throws IOException {
    return stat(name, 0, name.length, into);
  }

  /// Returns what a symbolic link says; null when there is no link of that name.
  byte @Nullable [] readLink(byte[] name) throws IOException;

  /// Reads a regular file as a whole, following symbolic links; null when there is none.
  ///
  /// @param limit the most bytes to accept
  byte @Nullable [] read(byte[] name, int limit) throws IOException;

  /// Closes it; once closed, it is left alone.
  @Override
  void close();
}
