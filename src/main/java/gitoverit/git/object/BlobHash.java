package gitoverit.git.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Names a blob by its content, as `git hash-object` does (`gitformat-loose`).
public final class BlobHash {
  private BlobHash() {}

  /// Returns the object id of a blob.
  ///
  /// @param oidLength bytes of an object id: 20 for SHA-1, 32 for SHA-256
  public static byte[] of(byte[] content, int oidLength) {
    byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    if (oidLength == 20) {
      Sha1 sha1 = new Sha1();
      sha1.update(header);
      sha1.update(content);
      return sha1.digest();
    }
    return sha256(header, content);
  }

  private static byte[] sha256(byte[] header, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(header);
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }
}
