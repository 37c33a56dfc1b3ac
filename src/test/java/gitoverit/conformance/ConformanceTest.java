package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gitoverit.cli.InProcess;
import gitoverit.testing.Facts;
import gitoverit.testing.Fixture;
import gitoverit.testing.Fixture.Expectation;
import gitoverit.testing.Fixture.Row;
import gitoverit.testing.Fixture.User;
import gitoverit.testing.Fixtures;
import gitoverit.testing.Git;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Snapshot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// For every fixture, the program's answer equals git's, comes from the engine that the fixture
/// names, and changes no file.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ConformanceTest {

  /// The facts that must be unknown for a repository that git refuses to read.
  private static final List<String> UNKNOWN =
      List.of(
          "head",
          "last_commit",
          "subject",
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

  private static final EngineCount ENGINES = new EngineCount();

  @AfterAll
  static void printEngines() {
    System.out.println("fixtures: " + ENGINES);
  }

  static Stream<Arguments> fixtures() {
    return Git.all().stream()
        .flatMap(git ->
            Fixtures.all().stream()
                .filter(fixture -> fixture.versions().contain(git.version()))
                .map(fixture -> Arguments.of(git, fixture)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("fixtures")
  void saysWhatGitSays(Git git, Fixture fixture, @TempDir Path root) {
    assumeTrue(fixture.view().user() != User.ROOT || GitSandbox.isRoot());
    Scene scene = Scene.of(fixture, git, root);
    Map<Row, Facts> expected = expected(scene);
    Snapshot before = Snapshot.of(scene.sandbox().root());

    for (Way way : Way.values()) {
      compare(scene, way, expected);
    }
    Snapshot after = Snapshot.of(scene.sandbox().root());
    assertThat(before.changesUntil(after)).as("what was written into %s", fixture.name()).isEmpty();
  }

  private static void compare(Scene scene, Way way, Map<Row, Facts> expected) {
    String where = "%s, %s, %s".formatted(scene.fixture().name(), way, scene.sandbox().git());
    InProcess.Result result = scene.run(way, "--format", "json", "--errors");

    assertThat(result.exitCode())
        .as("exit code for %s; %s", where, result.err())
        .isEqualTo(scene.fixture().expectation().failure() == null ? 0 : 3);
    Map<Path, Object> rows = Rows.parse(result.out());
    if (way == Way.NATIVE) {
      ENGINES.add(rows.values());
    }
    assertThat(rows.keySet())
        .as("rows of %s", where)
        .containsExactlyInAnyOrderElementsOf(
            expected.keySet().stream().map(scene::directory).toList());
    assertSoftly(softly ->
        expected.forEach((row, facts) -> {
          Map<String, @Nullable Object> all = new TreeMap<>(facts.byKey());
          all.put("engine", way.engine(row.engine()).key());
          Object found = rows.get(scene.directory(row));
          compare(softly, row.path() + " in " + where, all, found);
          softly
              .assertThat(Rows.value(found, "asked_git") != null)
              .as("a reason to ask git, for %s in %s", row.path(), where)
              .isEqualTo("git".equals(Rows.value(found, "engine")));
        }));
  }

  private static Map<Row, Facts> expected(Scene scene) {
    Expectation expectation = scene.fixture().expectation();
    Map<Row, Facts> expected = new LinkedHashMap<>();
    for (Row row : expectation.rows()) {
      Facts facts = scene.ask(row);
      boolean refused = facts.isRefused();
      if (refused) {
        UNKNOWN.forEach(key -> facts.byKey().put(key, null));
      }
      facts.byKey().put("error.kind", refused ? expectation.failure() : null);
      if (expected.isEmpty()) {
        facts.byKey().putAll(expectation.facts());
      }
      expected.put(row, facts);
    }
    return expected;
  }

  private static void compare(
      SoftAssertions softly,
      String where,
      Map<String, @Nullable Object> expected,
      @Nullable Object row) {
    expected.forEach((key, value) ->
        softly
            .assertThat(Rows.value(row, key))
            .as("%s of %s", key, where)
            .isEqualTo(Rows.plain(value)));
  }
}
