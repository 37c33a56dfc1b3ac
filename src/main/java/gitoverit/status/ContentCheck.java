package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.FileStat;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Compares the content of a file with the blob that the index records, by hashing it as a blob.
final class ContentCheck {
  /// Beyond this git is asked, which reads such files in pieces.
  private static final int LIMIT = 64 << 20;

  private final IndexFile index;
  private final Conversions conversions;
  private final int oidLength;

  ContentCheck(IndexFile index, Conversions conversions, int oidLength) {
    this.index = index;
    this.conversions = conversions;
    this.oidLength = oidLength;
  }

  /// Returns whether the file of entry `i` differs from its blob.
  ///
  /// @throws UnprovenException if a conversion might apply
  boolean isModified(int i, Directory directory, int nameStart, FileStat stat, Level level)
      throws IOException {
    byte[] name = Arrays.copyOfRange(index.paths(), nameStart, index.pathEnd(i));
    byte[] content;
    if (stat.isSymbolicLink()) {
      content = directory.readLink(name);
    } else {
      conversions.requireNoFilters(level.attributes());
      if (stat.size > LIMIT) {
        throw new UnprovenException("a touched file is large");
      }
      content = directory.read(name, LIMIT);
      if (content != null
          && indexOf(content, (byte) '\r') >= 0
          && conversions.mayConvertLineEnds(level.attributes())) {
        throw new UnprovenException("line ends of a touched file may be converted");
      }
    }
    if (content == null) {
      throw new UnprovenException("a file has vanished during the scan");
    }
    byte[] oid = blobOid(content);
    int from = index.oidStart(i);
    return !Arrays.equals(oid, 0, oidLength, index.oidBytes(), from, from + oidLength);
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private byte[] blobOid(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(oidLength == 20 ? "SHA-1" : "SHA-256");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has both", e);
    }
  }
}
