package gitoverit.fs;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An open directory; names given to it are looked up relative to it and may hold any bytes.
///
/// It belongs to one thread; the caller that opened it closes it.
public interface Directory extends AutoCloseable {

  /// The path that this directory was opened by.
  Path path();

  /// Replaces the content of `into` with the entries of this directory, `.` and `..` left out, in
  /// the order of the file system.
  void list(DirectoryListing into) throws IOException;

  /// Opens a subdirectory, possibly several levels down; refuses a symbolic link as the last
  /// component.
  ///
  /// @param bytes holds its path relative to this directory, from `from` to `to`
  /// @throws java.nio.file.NotDirectoryException if it is not a directory, or is a symbolic link
  Directory openDirectory(byte[] bytes, int from, int to) throws IOException;

  /// Opens a subdirectory.
  default Directory openDirectory(byte[] name) throws IOException {
    return openDirectory(name, 0, name.length);
  }

  /// Fills `into` with the status of a file, without following a link as the last component; false
  /// when there is no file, which is expected to be the exception.
  ///
  /// @param bytes holds its path relative to this directory, from `from` to `to`
  boolean stat(byte[] bytes, int from, int to, FileStat into) throws IOException;

  /// Fills `into` with the status of an entry; false when there is no entry, which is expected to
  /// be as likely.
  default boolean stat(byte[] name, FileStat into) throws IOException {
    return stat(name, 0, name.length, into);
  }

  /// Returns the target of a symbolic link; null when there is no link of that name.
  byte @Nullable [] readLink(byte[] name) throws IOException;

  /// Reads a regular file as a whole, following symbolic links; null when there is none.
  ///
  /// @param limit the most bytes to accept
  byte @Nullable [] read(byte[] name, int limit) throws IOException;

  /// Closes the directory, which must not be used afterwards.
  @Override
  void close();
}
