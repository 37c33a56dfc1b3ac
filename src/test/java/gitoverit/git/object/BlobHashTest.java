package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.ObjectFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlobHashTest {
  @ParameterizedTest
  @CsvSource({
    "SHA1, e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "SHA256, 473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
  })
  void namesTheEmptyBlobAsGitDoes(ObjectFormat format, String oid) {
    assertThat(HexFormat.of().formatHex(BlobHash.of(new byte[0], format))).isEqualTo(oid);
  }

  @Test
  void agreesWithThePlatformAtEveryLengthAroundABlock() throws NoSuchAlgorithmException {
    Random random = new Random(1);
    for (int length = 0; length < 400; length++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      assertThat(BlobHash.of(content, ObjectFormat.SHA1)).isEqualTo(platform(content));
    }
  }

  @Test
  void agreesWithThePlatformOnAMegabyte() throws NoSuchAlgorithmException {
    byte[] content = new byte[1 << 20];
    new Random(2).nextBytes(content);
    assertThat(BlobHash.of(content, ObjectFormat.SHA1)).isEqualTo(platform(content));
  }

  private static byte[] platform(byte[] content) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-1");
    digest.update(("blob " + content.length + "\0").getBytes(US_ASCII));
    return digest.digest(content);
  }
}
