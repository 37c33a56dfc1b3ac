package gitoverit.fs;

import java.io.IOException;

/// A regular file, open to be read at any place: for files too large to be read as a whole when a
/// few bytes are wanted.
///
/// Threads may share it, but for its closing, which is the business of whoever opened it.
public sealed interface OpenFile extends AutoCloseable permits NioOpenFile, PosixOpenFile {

  /// Reads into `buffer` what lies at `position`.
  ///
  /// @param position counted from the start of the file, not negative
  /// @return how many bytes were read: fewer than `length`, or none, only at the end of the file
  int read(long position, byte[] buffer, int from, int length) throws IOException;

  /// Returns the size in bytes.
  long size() throws IOException;

  @Override
  void close() throws IOException;
}
