package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgesTest {
  private @TempDir Path temporary;

  /// Beyond 11 months, git counts years and months, but the program counts years.
  @Test
  void agesAreThoseOfGit() {
    long[] ages = {
      0,
      1,
      89,
      90,
      150,
      5399,
      5400,
      9000,
      129_599,
      129_600,
      1_209_599,
      1_209_600,
      6_047_999,
      6_048_000,
      20_000_000,
      30_000_000,
    };
    StringBuilder script = new StringBuilder("export GIT_TEST_DATE_NOW=1800000000\n");
    StringBuilder ours = new StringBuilder();
    GitSandbox.Repo repo = GitSandbox.in(temporary).init("r");
    for (long age : ages) {
      script.append("GIT_COMMITTER_DATE='").append(1_800_000_000L - age);
      script.append(" +0000' git commit -q --allow-empty -m x; git log -1 --format=%cr\n");
      ours.append(Ages.forms(age)[0]).append('\n');
    }
    assertThat(ours.toString().strip()).isEqualTo(repo.sh(script.toString()));
  }

  @Test
  void yearsAndTheFutureAreTold() {
    assertThat(Ages.forms(400 * 86_400L)).containsExactly("1 year ago", "1 year", "1y");
    assertThat(Ages.forms(900 * 86_400L)).containsExactly("2 years ago", "2 years", "2y");
    assertThat(Ages.forms(-5)).contains("in the future");
  }
}
