package gitoverit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitOracleTest {
  @TempDir private Path root;

  @Test
  void countsRecordsAndLines() {
    assertThat(factsOf("everything at once"))
        .containsAllEntriesOf(
            Map.of(
                "staged", new BigDecimal(4),
                "unstaged", new BigDecimal(2),
                "untracked", new BigDecimal(1),
                "modified", new BigDecimal(3),
                "deleted", new BigDecimal(2),
                "added_lines", new BigDecimal(7),
                "removed_lines", new BigDecimal(0),
                "dirty", true,
                "branch", "main"));
  }

  @Test
  void countsAnUnmergedPathOnce() {
    assertThat(factsOf("unmerged, all seven kinds"))
        .containsAllEntriesOf(
            Map.of(
                "staged", new BigDecimal(0),
                "unstaged", new BigDecimal(0),
                "unmerged", new BigDecimal(7),
                "modified", new BigDecimal(3),
                "deleted", new BigDecimal(3)));
  }

  @Test
  void tellsAnUpstreamThatIsGoneFromOneThatIsNot() {
    assertThat(factsOf("unborn with a gone upstream"))
        .containsEntry("gone", true)
        .containsEntry("remote", "origin/main")
        .containsEntry("head", null);
  }

  @Test
  void namesEveryOperation() {
    assertThat(factsOf("bisect with a merge"))
        .containsEntry("operation", List.of("merge", "bisect"))
        .containsEntry("dirty", true);
  }

  @Test
  void knowsNothingOfWhatGitRefuses() {
    assertThat(factsOf("empty .git")).isEmpty();
  }

  private Map<String, @Nullable Object> factsOf(String name) {
    GitSandbox sandbox = GitSandbox.in(root);
    Path row = Fixtures.named(name).build(sandbox);
    return GitOracle.ask(row, sandbox, sandbox.environment(), false).byKey();
  }
}
