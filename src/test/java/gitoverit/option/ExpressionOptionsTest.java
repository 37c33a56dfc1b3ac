package gitoverit.option;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.query.Vocabulary;
import gitoverit.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionOptionsTest {
  private static @TempDir Path temporary;
  private static GitSandbox sandbox;

  @BeforeAll
  static void makeRepositories() throws Exception {
    sandbox = GitSandbox.in(temporary);
    sandbox.sh(
        sandbox.root(),
        """
        mkdir r && cd r
        git init -q a && git -C a commit -q --allow-empty -m one && touch a/new
        git init -q b && git -C b commit -q --allow-empty -m one
        git init -q 'c
        d'
        mkdir -p broken/.git
        """);
  }

  private static InProcess.Result run(String... arguments) {
    return InProcess.run(Map.of(), sandbox.environment(), sandbox.root().resolve("r"), arguments);
  }

  private static List<String> printed(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--print", "dir", "--sort", "path"));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new)).out().lines().toList();
  }

  @Test
  void whereShowsOnlyRowsOfWhichItIsTrue() {
    assertThat(printed("--where", "dirty")).containsExactly("a");
    assertThat(printed("--where", "not dirty")).containsExactly("b", "\"c\\nd\"");
    assertThat(printed("--where", "error")).containsExactly("broken");
    assertThat(printed("--where", "head == null")).containsExactly("broken", "\"c\\nd\"");
    assertThat(printed("-d", "--where", "true")).containsExactly("a", "broken");
  }

  @Test
  void rowsThatWhereLeavesOutAreInNoOutput() {
    assertThat(run("--where", "dirty", "-o", "json").out())
        .contains("\"a\"")
        .doesNotContain("\"b\"");
    assertThat(run("--where", "dirty", "-o", "ndjson").out().lines()).hasSize(1);
    assertThat(run("--where", "dirty").out()).contains("1 repository: 1 dirty");
  }

  @Test
  void checkAnswersByTheExitCodeAndThatIsMoreThanAFailure() {
    assertThat(run("--check", "dirty").exitCode()).isEqualTo(1);
    assertThat(run("--check", "ahead > 0").exitCode()).isEqualTo(3);
    assertThat(run("--check", "dirty", "a").exitCode()).isEqualTo(1);
    assertThat(run("--check", "dirty", "b").exitCode()).isZero();
    assertThat(run("--check", "dirty", "--where", "not dirty", "a", "b").exitCode()).isZero();
    assertThat(run("--check", "error", "-o", "ndjson").exitCode()).isEqualTo(1);
  }

  @Test
  void print0EndsEachPathWithANul() {
    String root = sandbox.root().resolve("r").toString();
    assertThat(run("-0", "-s", "path").out())
        .isEqualTo(root + "/a\0" + root + "/b\0" + root + "/broken\0" + root + "/c\nd\0");
    assertThat(run("-0", "--print", "ahead", "-s", "path").out())
        .isEqualTo("0\0" + "0\0-\0" + "0\0");
  }

  @Test
  void aMistakeIsShownBeforeAnythingIsScanned() {
    InProcess.Result result = run("--where", "dirty and brnach == 'x'");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            gitoverit: --where, column 11: unknown name 'brnach'; did you mean 'branch'? (see gitoverit --help-where)
              dirty and brnach == 'x'
                        ^
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--where", "--check", "--print"})
  void withoutTheWorktreeNothingIsAskedOfIt(String option) {
    InProcess.Result result = run("--metadata-only", option, "dirty");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("'dirty' cannot be combined with --metadata-only");
    assertThat(run("--metadata-only", option, "head", "b").exitCode()).isLessThan(2);
  }

  @Test
  void printHasNoOtherFormat() {
    assertThat(run("--print", "path", "-o", "json").err())
        .contains("gitoverit: --print cannot be combined with --format (");
    assertThat(run("-0", "-o", "json").err())
        .contains("gitoverit: --print0 cannot be combined with --format (");
  }

  @Test
  void helpNamesEveryWord() {
    String help = run("--help-where").out();
    List<String> words = new ArrayList<>(Vocabulary.names());
    words.addAll(Vocabulary.functions());
    for (String word : words) {
      assertThat(help).containsPattern("\\b" + word + "\\b");
    }
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
  }
}
