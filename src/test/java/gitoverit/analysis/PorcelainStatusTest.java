package gitoverit.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PorcelainStatusTest {
  private static final String COMMON =
      " N... 100644 100644 100644 1111111111111111111111111111111111111111"
          + " 1111111111111111111111111111111111111111 ";

  private static PorcelainStatus parse(String... records) throws GitFormatException {
    return PorcelainStatus.parse(String.join("\0", records).concat("\0").getBytes(UTF_8));
  }

  @Test
  void readsTheHeaders() throws Exception {
    PorcelainStatus status =
        parse(
            "# branch.oid 2222222222222222222222222222222222222222",
            "# branch.head main",
            "# branch.upstream origin/main",
            "# branch.ab +3 -4");
    assertThat(status.head).startsWith("2222");
    assertThat(status.branch).isEqualTo("main");
    assertThat(status.upstream).isEqualTo("origin/main");
    assertThat(status.ahead).isEqualTo(3);
    assertThat(status.behind).isEqualTo(4);
    assertThat(status.compared).isTrue();
  }

  @Test
  void anUnbornBranchHasNoHead() throws Exception {
    PorcelainStatus status = parse("# branch.oid (initial)", "# branch.head main");
    assertThat(status.head).isNull();
  }

  @Test
  void countsEachRecordUnderEachOfItsLetters() throws Exception {
    PorcelainStatus status =
        parse("1 MD" + COMMON + "a", "1 .M" + COMMON + "b", "1 A." + COMMON + "c", "? d", "? e/");
    assertThat(status.counts().staged()).isEqualTo(2);
    assertThat(status.counts().unstaged()).isEqualTo(2);
    assertThat(status.counts().modified()).isEqualTo(3);
    assertThat(status.counts().deleted()).isEqualTo(1);
    assertThat(status.counts().untracked()).isEqualTo(2);
  }

  @Test
  void countsAnUnmergedPathOnce() throws Exception {
    PorcelainStatus status = parse("u UU N... 1 2 3 4 a b c d", "u UD N... 1 2 3 4 a b c e");
    assertThat(status.counts().unmerged()).isEqualTo(2);
    assertThat(status.counts().staged() + status.counts().unstaged()).isZero();
    assertThat(status.counts().deleted()).isEqualTo(1);
  }

  @Test
  void passesOverTheOldNameOfARename() throws Exception {
    PorcelainStatus status =
        parse("2 R." + COMMON + "R100 new name", "? old name", "1 .M" + COMMON + "x");
    assertThat(status.counts().untracked()).isZero();
    assertThat(status.counts().staged()).isEqualTo(1);
    assertThat(status.counts().unstaged()).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> parse("3 what")).isInstanceOf(GitFormatException.class);
    assertThatThrownBy(() -> parse("# branch.ab 3 4")).isInstanceOf(GitFormatException.class);
    assertThatThrownBy(() -> parse("# branch.ab +many -0")).isInstanceOf(GitFormatException.class);
    assertThatThrownBy(() -> parse("1")).isInstanceOf(GitFormatException.class);
  }

  @Test
  void anyBytesAreReadOrRefused() {
    Random random = new Random(1);
    byte[] alphabet = "12u?!#\0 .MAD\n\tbranch.ab+-".getBytes(UTF_8);
    for (int i = 0; i < 5000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        assertThat(PorcelainStatus.parse(bytes).counts().untracked()).isNotNegative();
      } catch (GitFormatException e) {
        assertThat(e).hasMessageContaining("git status");
      }
    }
  }
}
