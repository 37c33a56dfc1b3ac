package gitoverit.git.object;

import gitoverit.fs.FileAccess;
import gitoverit.fs.OpenFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One pack and its index, each opened when first needed; a closed pack can be used again.
final class Pack implements AutoCloseable {
  private static final int SIGNATURE = 0x5041434B;

  private final FileAccess files;
  private final Path indexFile;
  private final Path packFile;
  private final int oidLength;
  private @Nullable PackIndex index;
  private @Nullable FileWindow data;

  /// Creates a pack without opening it.
  ///
  /// @param name its name without extension
  Pack(FileAccess files, Path directory, String name, int oidLength) {
    this.files = files;
    this.indexFile = directory.resolve(name + ".idx");
    this.packFile = directory.resolve(name + ".pack");
    this.oidLength = oidLength;
  }

  /// Returns where an object is in this pack; -1 if it is not, or the pack itself is gone.
  long find(byte[] oids, int at) throws IOException {
    PackIndex opened = index;
    if (opened == null) {
      OpenFile file = files.open(indexFile);
      if (file == null) {
        return -1;
      }
      opened = PackIndex.open(new FileWindow(file, indexFile), oidLength);
      index = opened;
    }
    return opened.find(oids, at);
  }

  /// Returns the object at a place in this pack; null if the pack is gone.
  @Nullable PackedObject object(long offset, Inflation inflation) throws IOException {
    FileWindow opened = data;
    if (opened == null) {
      OpenFile file = files.open(packFile);
      if (file == null) {
        return null;
      }
      opened = new FileWindow(file, packFile);
      data = opened;
      requireValidHeader(opened);
    }
    return new PackedObject(this, opened, offset, inflation);
  }

  private void requireValidHeader(FileWindow file) throws IOException {
    if (file.int32(0) != SIGNATURE) {
      throw file.damaged(0, "not a pack");
    }
    int version = file.int32(4);
    if (version != 2 && version != 3) {
      throw file.damaged(4, "unknown version");
    }
    if (index != null && index.count() != file.int32(8)) {
      throw file.damaged(8, "not the pack of its index");
    }
  }

  /// Returns the length of an oid in bytes.
  int oidLength() {
    return oidLength;
  }

  @Override
  public void close() throws IOException {
    PackIndex openIndex = index;
    FileWindow openData = data;
    index = null;
    data = null;
    try (openData) {
      if (openIndex != null) {
        openIndex.close();
      }
    }
  }
}
