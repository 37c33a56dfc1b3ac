package gitoverit.git.object;

import gitoverit.git.UnprovenException;

/// Limits the size of the objects that are read into memory.
final class ObjectSize {
  /// The size in bytes of the largest object that is read, 256 MB.
  static final int LARGEST = 256 << 20;

  private ObjectSize() {}

  /// Refuses an object that is too large to be read.
  static void requireReadable(long size) throws UnprovenException {
    if (size > LARGEST) {
      throw new UnprovenException("an object has " + size + " bytes");
    }
  }
}
