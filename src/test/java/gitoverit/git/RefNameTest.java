package gitoverit.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefNameTest {
  private static final List<String> NAMES =
      List.of(
          "HEAD",
          "@",
          "a",
          "a/b",
          "a/@",
          "@/a",
          "a@{b",
          "a@b",
          "a{b",
          "a..b",
          "a.b",
          ".a",
          "a/.b",
          "a.",
          "a./b",
          "a.lock",
          "a.lock/b",
          "a.locks",
          "x/.lock",
          "/a",
          "a/",
          "a//b",
          "",
          "a b",
          "a\tb",
          "a\u0001b",
          "a\u007fb",
          "a~",
          "a^",
          "a:",
          "a?",
          "a*",
          "a[",
          "a\\",
          "a]",
          "refs/heads/é",
          "refs/heads/-",
          "refs/heads/..",
          "refs/../a");

  @Test
  void acceptsTheNamesThatGitAccepts() throws Exception {
    for (String name : NAMES) {
      assertThat(RefName.parse(name) != null).as(name).isEqualTo(gitAccepts(name));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new RefName("refs/../a"));
  }

  private static boolean gitAccepts(String name) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git", "check-ref-format", "--allow-onelevel", name);
    git.environment().keySet().retainAll(List.of("PATH", "LANG"));
    return git.start().waitFor() == 0;
  }

  @Test
  void shortensOnlyBranches() {
    assertThat(RefName.ofBranch("a/b").full()).isEqualTo("refs/heads/a/b");
    assertThat(RefName.ofBranch("a/b").shortName()).isEqualTo("a/b");
    assertThat(RefName.ofBranch("a/b").isBranch()).isTrue();
    assertThat(new RefName("refs/foo/bar").shortName()).isEqualTo("refs/foo/bar");
    assertThat(new RefName("refs/foo/bar").isBranch()).isFalse();
  }

  @Test
  void keepsBytesThatAreNoText() {
    byte[] bytes = {'a', (byte) 0xE9};
    assertThat(new RefName(GitText.decode(bytes, 2)).bytes()).isEqualTo(bytes);
  }
}
