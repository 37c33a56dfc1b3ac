package gitoverit.git.object;

import java.io.IOException;

/// An object that was found, and of which no more was read than needed for that.
///
/// It is to be closed before the next one is looked for: they share what inflates them.
sealed interface StoredObject extends AutoCloseable permits LooseObject, PackedObject, EmptyObject {

  /// Returns what kind of object it is.
  ObjectType type();

  /// Returns how many bytes its content has.
  long size() throws IOException;

  /// Returns all of its content, verified by the checksum of its stream.
  byte[] content() throws IOException;

  /// Returns at least the first `length` bytes of its content; all of it if that is not longer.
  byte[] head(int length) throws IOException;

  @Override
  void close() throws IOException;
}
