package gitoverit.git.object;

import gitoverit.git.ObjectFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Computes the object id of a blob, as `git hash-object` does (`gitformat-loose`).
public final class BlobHash {
  private BlobHash() {}

  /// Returns the object id of a blob.
  public static byte[] of(byte[] content, ObjectFormat format) {
    byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    if (format == ObjectFormat.SHA1) {
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
      throw new IllegalStateException("every Java platform has the algorithm", e);
    }
  }
}
