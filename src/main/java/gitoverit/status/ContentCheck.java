package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.FileStat;
import gitoverit.git.ObjectFormat;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.BlobHash;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Compares the content of a file with the blob that the index records, by hashing it as a blob.
final class ContentCheck {
  /// The largest file to read, in bytes; git reads larger ones in pieces.
  private static final int LIMIT = 64 << 20;

  private final IndexFile index;
  private final Attributes attributes;
  private final ObjectFormat format;

  ContentCheck(IndexFile index, Attributes attributes, ObjectFormat format) {
    this.index = index;
    this.attributes = attributes;
    this.format = format;
  }

  /// Returns whether the file of entry `i` differs from its blob.
  ///
  /// @param nameStart the offset, in the paths of the index, of the name of the file in `directory`
  /// @throws UnprovenException if a conversion might apply
  boolean isModified(int i, Directory directory, int nameStart, FileStat stat) throws IOException {
    byte[] name = Arrays.copyOfRange(index.paths(), nameStart, index.pathEnd(i));
    byte[] content = stat.isSymbolicLink() ? directory.readLink(name) : file(directory, name, stat);
    if (content == null) {
      throw new UnprovenException("a file vanished during the scan");
    }
    if (!stat.isSymbolicLink()) {
      attributes.requireUnconverted(index.path(i), content);
    }
    byte[] oid = BlobHash.of(content, format);
    int from = index.oidStart(i);
    return !Arrays.equals(oid, 0, oid.length, index.oidBytes(), from, from + oid.length);
  }

  private static byte @Nullable [] file(Directory directory, byte[] name, FileStat stat)
      throws IOException {
    if (stat.size > LIMIT) {
      throw new UnprovenException("a touched file is larger than 64 MB");
    }
    return directory.read(name, LIMIT);
  }
}
