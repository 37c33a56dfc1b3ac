package gitoverit.fs;

import java.io.IOException;

/// A regular file, open for reading at any position: for files too large to be read as a whole when
/// a few bytes are needed.
///
/// Threads may share it; only the caller that opened it closes it.
public sealed interface OpenFile extends AutoCloseable permits NioOpenFile, PosixOpenFile {

  /// Reads the bytes at `position` into `buffer`.
  ///
  /// @param position counted from the start of the file, not negative
  /// @return the number of bytes read: fewer than `length`, or none, only at the end of the file
  int read(long position, byte[] buffer, int from, int length) throws IOException;

  /// Returns the size in bytes.
  long size() throws IOException;

  @Override
  void close() throws IOException;
}
