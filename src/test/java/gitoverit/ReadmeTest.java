package gitoverit;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.report.Failure;
import gitoverit.report.SkipReason;
import gitoverit.row.Field;
import gitoverit.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `README.md` against the program: its samples are output of the program, its tables are complete,
/// and its command lines run.
class ReadmeTest {
  private static final int USAGE = 2;
  private static final Pattern ELAPSED = Pattern.compile("\\d+\\.\\d\\d s");
  private static final Pattern HELP_OPTION = Pattern.compile("(?m)^ +(?:-(\\w), +)?--([\\w-]+)");
  private static final Pattern TABLE_OPTION = Pattern.compile("(?<![\\w-])--?(\\w[\\w-]*)");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  private final Readme readme = Readme.read(Path.of("README.md"));

  @TempDir private Path directory;

  @Test
  void theSampleIsTheOutputOfTheProgram() {
    GitSandbox sandbox = GitSandbox.in(directory);
    SampleFleet.create(sandbox);
    String[] sample = readme.samples().getFirst().split("\n", 2);
    assertThat(sample[0]).isEqualTo("$ gitoverit ~/projects");
    InProcess.Result result = run(sandbox, sandbox.home().resolve("projects").toString());
    assertThat(masked(result.out())).isEqualTo(masked(sample[1]));
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void theExplanationIsTheOutputOfTheProgram() {
    GitSandbox sandbox = GitSandbox.in(directory);
    sandbox.init("home/src/app").write(".gitignore", "*.log\nbuild/\n");
    sandbox.init("home/src/app/build/inner");
    String[] sample = readme.samples().get(1).split("\n", 2);
    assertThat(sample[0]).isEqualTo("$ gitoverit why ~/src/app/build/inner ~/src");
    Path src = sandbox.home().resolve("src");
    String explained = src.resolve("app/build/inner").toString();
    InProcess.Result result = run(sandbox, "why", explained, src.toString());
    assertThat(result.out().replace(sandbox.home().toString(), "/home/ada")).isEqualTo(sample[1]);
  }

  @Test
  void theTableOfOptionsHasThoseOfTheHelpAndNoOther() {
    String help = run(GitSandbox.in(directory), "--help").out();
    Set<String> expected = new TreeSet<>();
    HELP_OPTION
        .matcher(help)
        .results()
        .forEach(option -> {
          expected.add(option.group(2));
          Stream.ofNullable(option.group(1)).forEach(expected::add);
        });
    Set<String> listed = new TreeSet<>();
    for (String names : readme.section("Options").firstColumn()) {
      TABLE_OPTION.matcher(names).results().map(option -> option.group(1)).forEach(listed::add);
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theTableOfKeysHasThoseOfTheProgramAndNoOther() {
    Set<String> listed = new TreeSet<>();
    readme.section("JSON").firstColumn().forEach(cell -> listed.addAll(codes(cell)));
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(Field.keys().stream().map(Field::label).toList());
  }

  @Test
  void theReasonsAndKindsOfErrorAreThoseOfTheProgram() {
    Readme json = readme.section("JSON");
    assertThat(codes(json.paragraph("`skipped` is one of ")))
        .containsAll(Arrays.stream(SkipReason.values()).map(SkipReason::label).toList());
    assertThat(codes(json.paragraph("`error.kind` is one of ")))
        .containsAll(Arrays.stream(Failure.Kind.values()).map(Failure.Kind::label).toList());
  }

  @Test
  void everyRecipeIsAcceptedByTheProgram() throws IOException {
    GitSandbox sandbox = GitSandbox.in(directory);
    Files.createDirectory(sandbox.home().resolve("projects"));
    Path cwd = elsewhere(sandbox);
    for (String heading : List.of("Recipes", "More recipes")) {
      for (String line : readme.section(heading).block().lines().toList()) {
        // One recipe searches the whole machine.
        List<String> words = words(sandbox, cwd, line.replaceFirst(" / ", " . "));
        assertAccepted(runIn(cwd, sandbox, words.toArray(String[]::new)), line);
      }
    }
  }

  @Test
  void everyExampleOfAnExpressionIsAcceptedByTheProgram() {
    GitSandbox sandbox = GitSandbox.in(directory);
    String examples = readme.section("Expressions").block();
    List<String> expressions =
        examples.lines().flatMap(line -> Stream.of(line.split(" {2,}"))).toList();
    assertThat(expressions).hasSizeGreaterThan(5);
    for (String expression : expressions) {
      assertAccepted(run(sandbox, "--where", expression), expression);
    }
  }

  @Test
  void everySettingIsAcceptedByTheProgram() throws IOException {
    GitSandbox sandbox = GitSandbox.in(directory);
    Files.createDirectory(sandbox.home().resolve("projects"));
    sandbox.sh(sandbox.root(), readme.section("Settings").block());
    assertAccepted(run(sandbox), "the settings");
    assertAccepted(run(sandbox, "--view", "work"), "the view");
  }

  private static void assertAccepted(InProcess.Result result, String what) {
    assertThat(result.err()).as(what).isEmpty();
    assertThat(result.exitCode()).as(what).isNotEqualTo(USAGE);
  }

  /// Returns the arguments that a shell would give to the program; it runs no other command of the
  /// line.
  private static List<String> words(GitSandbox sandbox, Path directory, String line) {
    String script =
        """
        exec 3>&1 >/dev/null
        gitoverit() { printf '%s\\n' "$@" >&3; }
        jq() { :; }
        xargs() { :; }
        """;
    return sandbox.sh(directory, script + line).lines().toList();
  }

  private static InProcess.Result run(GitSandbox sandbox, String... arguments) {
    return runIn(elsewhere(sandbox), sandbox, arguments);
  }

  /// Returns an empty directory from which the home directory is shown as `~`.
  private static Path elsewhere(GitSandbox sandbox) {
    sandbox.sh(sandbox.root(), "mkdir -p elsewhere");
    return sandbox.root().resolve("elsewhere");
  }

  private static InProcess.Result runIn(Path cwd, GitSandbox sandbox, String... arguments) {
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.put("COLUMNS", "100");
    return InProcess.run(Map.of(), environment, cwd, arguments);
  }

  private static String masked(String text) {
    return ELAPSED.matcher(text).replaceAll("0.00 s");
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(code -> code.replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
