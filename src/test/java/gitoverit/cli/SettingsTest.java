package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  private @TempDir Path temporary;
  private GitSandbox sandbox;

  @BeforeEach
  void makeRepositories() {
    sandbox = GitSandbox.in(temporary);
    sandbox.sh(
        sandbox.root(),
        """
        git init -q r/clean && git -C r/clean commit -q --allow-empty -m one
        git init -q r/dirty && touch r/dirty/new
        git init -q home/src/other
        """);
  }

  private void set(String key, String value) {
    sandbox.repo("r").git("config", "--global", "--add", key, value);
  }

  private InProcess.Result run(String... arguments) {
    return InProcess.run(Map.of(), sandbox.environment(), sandbox.root().resolve("r"), arguments);
  }

  private List<String> names(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--print";
    all[arguments.length + 1] = "name";
    return run(all).out().lines().toList();
  }

  @Test
  void settingsComeBeforeTheCommandLine() {
    set("gitoverit.sort", "path");
    set("gitoverit.reverse", "true");
    assertThat(names()).containsExactly("dirty", "clean");
    assertThat(names("--sort", "attention", "--no-config")).containsExactly("dirty", "clean");
    assertThat(names("--no-config", "-s", "path")).containsExactly("clean", "dirty");
    set("gitoverit.reverse", "false");
    assertThat(names()).containsExactly("clean", "dirty");
  }

  @Test
  void aFormatThatIsSetIsNotInTheWayOfWhatIsPrinted() {
    set("gitoverit.format", "json");
    assertThat(names("-s", "name")).containsExactly("clean", "dirty");
    assertThat(run("-0", "-s", "name").exitCode()).isZero();
  }

  @Test
  void listsAddUp() {
    set("gitoverit.exclude", "cl*");
    set("gitoverit.excludes", "other");
    assertThat(names("--exclude", "nothing")).containsExactly("dirty");
    set("gitoverit.columns", "-,dir,branch");
    assertThat(run("-o", "csv", "-c", "status").out()).startsWith("dir,branch,status\n");
  }

  @Test
  void rootsAreSearchedWhenNoDirectoryIsGiven() {
    set("gitoverit.root", "~/src");
    assertThat(names()).containsExactly("other");
    set("gitoverit.roots", sandbox.root().resolve("r/clean").toString());
    assertThat(names("-s", "name")).containsExactly("clean", "other");
    assertThat(names("dirty")).containsExactly("dirty");
    assertThat(names("--no-config", "-s", "name")).containsExactly("clean", "dirty");
  }

  @Test
  void aViewHoldsWhenItIsNamed() {
    set("gitoverit.view.todo.where", "dirty");
    set("gitoverit.view.todo.format", "csv");
    set("gitoverit.view.todo.columns", "-,dir");
    set("gitoverit.view.home.root", "~/src");
    assertThat(run("--view", "todo").out()).isEqualTo("dir\ndirty\n");
    assertThat(run("--view", "todo", "--where", "not dirty").out()).isEqualTo("dir\nclean\n");
    assertThat(names("-s", "name")).containsExactly("clean", "dirty");
    assertThat(names("--view", "home")).containsExactly("other");
    assertThat(run("--view", "x").err())
        .isEqualTo("gitoverit: --view: no view 'x'; known are todo, home (see gitoverit --help)\n");
    assertThat(run("--view", "todo", "--no-config").exitCode()).isEqualTo(2);
  }

  @Test
  void identitiesAreShownShorterInTablesOnly() {
    set("gitoverit.ident.Ada.insteadOf", "Ada Lovelace <ada@example.org>");
    set("gitoverit.ident.A.insteadOf", "Ada ");
    assertThat(run("-c", "-,ident", "clean").out().lines().toList().get(1)).isEqualTo("Ada");
    assertThat(run("-o", "csv", "-c", "-,ident", "clean").out()).contains("Ada Lovelace <ada@ex");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gitoverit.sort|size|'size' is not one of mtime",
        "gitoverit.columns|brnch|unknown column 'brnch'",
        "gitoverit.depth|x|'x' is not a whole number",
        "gitoverit.reverse|maybe|is no boolean: maybe",
        "gitoverit.colums|dir|unknown setting; did you mean 'columns'?",
        "gitoverit.fetch|true|unknown setting",
        "gitoverit.where|dirty|unknown setting",
        "gitoverit.some.thing|1|unknown setting",
        "gitoverit.root|/no/such|no such directory: /no/such",
      })
  void aWrongValueIsOneLineThatNamesFileAndKey(String key, String value, String message) {
    set(key, value);
    InProcess.Result result = run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .contains(sandbox.home() + "/.gitconfig", key.toLowerCase(Locale.ROOT), message);
    assertThat(run("--no-config").exitCode()).isZero();
    assertThat(run("--version").exitCode()).isZero();
  }

  @Test
  void aWrongExpressionOfAViewIsShown() {
    set("gitoverit.view.v.where", "dirty andd");
    assertThat(run().exitCode()).isZero();
    assertThat(run("--view", "v").err())
        .contains("/.gitconfig:", ": gitoverit.view.v.where: unexpected 'andd'", "\n        ^");
  }

  @Test
  void aRepositoryHasNoSay() throws IOException {
    sandbox.repo("r/clean").git("config", "gitoverit.dirty-only", "true");
    assertThat(
            InProcess.run(
                    Map.of(),
                    sandbox.environment(),
                    sandbox.root().resolve("r/clean"),
                    "--print",
                    "name")
                .out())
        .isEqualTo("clean\n");
  }

  @Test
  void aConfigurationThatGitRefusesSaysNothing() throws IOException {
    Files.writeString(sandbox.home().resolve(".gitconfig"), "[gitoverit]\nsort = size\n[broken");
    InProcess.Result result = run();
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("2 failed");
  }

  @Test
  void attentionFoldsWhatIsClean() {
    set("gitoverit.attention", "true");
    assertThat(run().out()).contains("dirty ").contains("1 repository: 1 dirty + 1 clean");
    assertThat(run("clean").out()).startsWith("0 repositories + 1 clean");
    assertThat(run("-o", "markdown").out()).contains("1 repository: 1 dirty + 1 clean\n");
  }
}
