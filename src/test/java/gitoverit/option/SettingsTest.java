package gitoverit.option;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
    set("gitoverit.view.names.print", "name");
    assertThat(run("--view", "names", "-s", "name").out()).isEqualTo("clean\ndirty\n");
    assertThat(run("--view", "names", "-o", "json").err())
        .contains(": gitoverit.view.names.print: cannot be combined with --format");
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
        .isEqualTo(
            "gitoverit: --view: unknown view 'x'; known views: todo, home (see gitoverit --help)\n");
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
        "gitoverit.sort|size|'size' is not one of mtime, dir, ",
        "gitoverit.columns|brnch|unknown column 'brnch'",
        "gitoverit.columns|-|no columns left",
        "gitoverit.depth|x|'x' is not a whole number",
        "gitoverit.depth|-1|must be at least 0: '-1'",
        "gitoverit.workers|100000|must be at most 1024: '100000'",
        "gitoverit.timeout|0|must be greater than 0: '0'",
        "gitoverit.exclude|``|must not be empty: ''",
        "gitoverit.reverse|maybe|'maybe' is not true or false",
        "gitoverit.progress|maybe|'maybe' is not true or false",
        "gitoverit.root|/no/such|no such directory: /no/such",
      })
  void aWrongValueIsOneLineThatNamesFileAndKey(String key, String value, String message) {
    set(key, value);
    InProcess.Result result = run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith("gitoverit: " + sandbox.home() + "/.gitconfig:")
        .containsPattern(":\\d+: " + Pattern.quote(key + ": " + message));
    assertThat(run("--no-config").exitCode()).isZero();
    assertThat(run("--version").exitCode()).isZero();
  }

  @Test
  void aWrongValueIsAnErrorEvenIfAnotherOneFollows() {
    set("gitoverit.sort", "size");
    set("gitoverit.sort", "path");
    assertThat(run("-s", "name").err()).contains("gitoverit.sort: 'size' is not one of ");
  }

  @Test
  void aSettingWithoutAValueIsAnErrorUnlessItIsASwitch() throws IOException {
    Files.writeString(sandbox.home().resolve(".gitconfig"), "[gitoverit]\nreverse\nsort\n");
    assertThat(run().err())
        .startsWith(
            "gitoverit: " + sandbox.home() + "/.gitconfig:3: gitoverit.sort: needs a value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gitoverit.colums|unknown setting; did you mean 'columns'?",
        "gitoverit.sorting|unknown setting; did you mean 'sort'?",
        "gitoverit.fetchPerHosts|unknown setting; did you mean 'fetchPerHost'?",
        "gitoverit.some.thing|unknown setting",
        "gitoverit.fetch|allowed only in a view: gitoverit.view.NAME.fetch",
        "gitoverit.where|allowed only in a view: gitoverit.view.NAME.where",
        "gitoverit.watch|not a setting, only an option: --watch",
        "gitoverit.view.v.pull-safe|not a setting, only an option: --pull-safe",
        "gitoverit.view.v.fetchJobs|unknown setting; did you mean 'fetchJobs'?",
      })
  void aSettingThatIsNotKnownIsAWarning(String key, String message) {
    set("gitoverit.view.v.sort", "path");
    set(key, "x");
    InProcess.Result result = run("--view", "v");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("2 repositories");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .startsWith("gitoverit: warning: " + sandbox.home() + "/.gitconfig:")
        .containsPattern(":\\d+: " + Pattern.quote(key.toLowerCase(Locale.ROOT) + ": " + message))
        .endsWith(message + "\n");
    assertThat(run("--no-config").err()).isEmpty();
  }

  @Test
  void theLastSettingOfASwitchCounts() {
    set("gitoverit.reverse", "true");
    set("gitoverit.view.forward.reverse", "false");
    assertThat(names("-s", "name")).containsExactly("dirty", "clean");
    assertThat(names("-s", "name", "--view", "forward")).containsExactly("clean", "dirty");
  }

  @Test
  void aRootInTheHomeDirectoryNeedsOne() throws IOException {
    Path config =
        Files.writeString(temporary.resolve("config"), "[gitoverit]\nroot = ~/projects\n");
    Map<String, String> environment = new HashMap<>(sandbox.environment());
    environment.remove("HOME");
    environment.put("GIT_CONFIG_GLOBAL", config.toString());
    InProcess.Result result = InProcess.run(Map.of(), environment, sandbox.root());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "gitoverit: "
                + config
                + ":2: gitoverit.root: HOME is not set: '~/projects' (see gitoverit --help)\n");
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
