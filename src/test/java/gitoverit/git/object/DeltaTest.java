package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeltaTest {
  private static final byte[] BASE = "0123456789".getBytes(US_ASCII);

  private static byte[] apply(byte[] base, String hex) throws IOException {
    byte[] delta = java.util.HexFormat.of().parseHex(hex);
    return new Delta(delta, delta.length, "delta").apply(base);
  }

  @Test
  void copiesFromTheBaseAndInsertsItsOwn() throws IOException {
    assertThat(apply(BASE, "0A06" + "910203" + "024142" + "9001"))
        .isEqualTo("234AB0".getBytes(US_ASCII));
  }

  @Test
  void takesACopyOfLengthZeroAsSixtyFourKilobytes() throws IOException {
    byte[] base = new byte[70000];
    assertThat(apply(base, "F0A204" + "808004" + "80")).hasSize(65536);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0A",
        "8A8080808080808080808001",
        "0B019001",
        "0A029001",
        "0A00" + "00",
        "0A0191",
        "0A0A" + "91010A",
        "0A05" + "0541",
        "0AFFFFFF7F" + "900A",
        "0A0A" + "8FFFFFFFFF",
      })
  void refusesWhatDoesNotAddUp(String hex) {
    assertThatThrownBy(() -> apply(BASE, hex)).isInstanceOf(GitFormatException.class);
  }

  @Test
  void refusesAResultThatIsTooLarge() {
    String copies = "F0FFFFFF".repeat(17);
    assertThatThrownBy(() -> apply(new byte[0xFFFFFF], "FFFFFF07" + "EFFFFF8701" + copies))
        .isInstanceOf(UnprovenException.class);
  }
}
