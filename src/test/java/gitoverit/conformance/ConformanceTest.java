package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gitoverit.cli.InProcess;
import gitoverit.testing.Facts;
import gitoverit.testing.Fixture;
import gitoverit.testing.Fixture.User;
import gitoverit.testing.Fixtures;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the program says of every fixture is what git says, found where it is and left as it was.
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {

  /// What no row may claim to know of a repository that git refuses to look at.
  private static final List<String> UNKNOWN =
      List.of(
          "head",
          "last_commit",
          "ahead",
          "behind",
          "gone",
          "staged",
          "unstaged",
          "unmerged",
          "modified",
          "deleted",
          "untracked",
          "added_lines",
          "removed_lines",
          "submodules",
          "stashes",
          "operation",
          "dirty",
          "latest_mtime");

  static List<Fixture> fixtures() {
    return Fixtures.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void saysWhatGitSays(Fixture fixture, @TempDir Path root) {
    assumeTrue(fixture.user() != User.ROOT || GitSandbox.isRoot());
    Scene scene = Scene.of(fixture, root);
    Map<Path, Facts> expected = expected(scene);
    Snapshot before = Snapshot.of(scene.sandbox().root());

    for (Way way : Way.values()) {
      InProcess.Result result = scene.run(way, "--format", "json", "--errors");

      assertThat(result.exitCode())
          .as("exit code for %s, %s; %s", fixture.name(), way, result.err())
          .isEqualTo(fixture.failure() == null ? 0 : 3);
      Map<Path, Object> rows = Rows.parse(result.out());
      assertThat(rows.keySet())
          .as("rows of %s, %s", fixture.name(), way)
          .isEqualTo(expected.keySet());
      assertSoftly(softly ->
          expected.forEach((path, facts) -> compare(softly, fixture, way, facts, rows.get(path))));
    }
    Snapshot after = Snapshot.of(scene.sandbox().root());
    assertThat(before.changesUntil(after)).as("what was written into %s", fixture.name()).isEmpty();
  }

  private static Map<Path, Facts> expected(Scene scene) {
    Map<Path, Facts> expected = new TreeMap<>();
    for (Path row : scene.rows()) {
      Facts facts = scene.ask(row);
      boolean refused = facts.isRefused();
      if (refused) {
        UNKNOWN.forEach(key -> facts.byKey().put(key, null));
      }
      facts.byKey().put("error.kind", refused ? scene.fixture().failure() : null);
      if (expected.isEmpty()) {
        facts.byKey().putAll(scene.fixture().facts());
      }
      expected.put(row, facts);
    }
    return expected;
  }

  private static void compare(
      SoftAssertions softly, Fixture fixture, Way way, Facts facts, @Nullable Object row) {
    facts
        .byKey()
        .forEach((key, value) ->
            softly
                .assertThat(Rows.value(row, key))
                .as("%s of %s in %s, %s", key, Rows.value(row, "path"), fixture.name(), way)
                .isEqualTo(Rows.plain(value)));
  }
}
