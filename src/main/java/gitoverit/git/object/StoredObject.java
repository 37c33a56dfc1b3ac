package gitoverit.git.object;

import java.io.IOException;

/// An object that was found, with no more of it read than the search needed.
///
/// Callers must close it before they search for the next one: objects share one inflater.
sealed interface StoredObject extends AutoCloseable permits LooseObject, PackedObject, EmptyObject {

  /// Returns the type of the object.
  ObjectType type();

  /// Returns the size of its content in bytes.
  long size() throws IOException;

  /// Returns all of its content, verified by the checksum of its stream.
  byte[] content() throws IOException;

  /// Returns at least the first `length` bytes of its content; all of it if that is not longer.
  byte[] head(int length) throws IOException;

  @Override
  void close() throws IOException;
}
