package gitoverit.git.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitConfigTest {
  private static final List<String> VALUES =
      List.of(
          "true",
          "Yes",
          "ON",
          "false",
          "nO",
          "off",
          "\"\"",
          "0",
          "1",
          "-3",
          "+7",
          "0x1F",
          "0X1f",
          "017",
          "08",
          "0x",
          "0xg",
          "10k",
          "10K",
          "2m",
          "1g",
          "2g",
          "-2g",
          "1kk",
          "1 k",
          "k",
          "tru",
          "2147483647",
          "2147483648",
          "-2147483647",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775807",
          "8388608m",
          "9007199254740992k",
          "1.5",
          "\" 12\"",
          "\"12 \"",
          "--1",
          "1e3");

  @TempDir Path directory;

  @Test
  void readsBooleansAsGitDoes() throws IOException {
    assertSameAsGit("bool", (config, key) -> String.valueOf(config.getBoolean(key, false)));
  }

  @Test
  void readsNumbersAsGitDoes() throws IOException {
    assertSameAsGit("int", (config, key) -> number(config, key));
  }

  private static String number(GitConfig config, String key) throws GitFormatException {
    ConfigEntry entry = requireNonNull(config.find(key));
    return String.valueOf(ConfigValue.toNumber(entry, Long.MAX_VALUE));
  }

  /// Asks git for all values that this code accepts in one process, and for each other in its own.
  private void assertSameAsGit(String type, Reading reading) throws IOException {
    ConfigSandbox sandbox = new ConfigSandbox(directory);
    StringBuilder good = new StringBuilder("[good]\n");
    StringBuilder bad = new StringBuilder("[bad]\n");
    StringBuilder ours = new StringBuilder();
    for (String value : VALUES) {
      String answer = answer(parse("[a]\nb = " + value + "\n"), "a.b", reading);
      (answer == null ? bad : good).append("v = " + value + "\n");
      ours.append(answer == null ? "" : "\n" + answer);
    }
    sandbox.write("home/.gitconfig", good.toString() + bad);
    String gits = sandbox.run(directory, "config", "--type=" + type, "--get-all", "good.v").line();
    assertThat("\n" + gits).isEqualTo(ours.toString());
    for (ConfigEntry entry : parse(bad.toString())) {
      sandbox.write("home/.gitconfig", "[a]\nb = \"" + entry.value() + "\"\n");
      assertThat(sandbox.run(directory, "config", "--type=" + type, "a.b").exitCode())
          .as(entry.toString())
          .isNotZero();
    }
  }

  private static @Nullable String answer(GitConfig config, String key, Reading reading)
      throws IOException {
    try {
      return reading.read(config, key);
    } catch (GitFormatException _) {
      return null;
    }
  }

  private interface Reading {
    String read(GitConfig config, String key) throws IOException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a//b", "~/x y", "~", "rel/x", "/caf\u00e9", "x~"})
  void expandsPathsAsGitDoes(String value) throws IOException {
    ConfigSandbox sandbox = new ConfigSandbox(directory);
    sandbox.write("home/.gitconfig", "[core]\nexcludesFile = " + value + "\n");
    String gits = sandbox.run(directory, "config", "--type=path", "core.excludesfile").line();
    assertThat(user(sandbox).getPath("core.excludesfile")).isEqualTo(Path.of(requireNonNull(gits)));
  }

  @Test
  void keepsAPathThatIsNotUtf8() throws IOException {
    GitConfig config = GitConfig.parse(new byte[] {'[', 'a', ']', 'b', '=', '/', -23}, "file");
    assertThat(PathBytes.of(requireNonNull(config.getPath("a.b")))).containsExactly('/', -23);
  }

  @Test
  void asksGitForThePathsOfOthers() throws IOException {
    assertThatThrownBy(() -> parse("[a]\nb = ~eve/x\n").getPath("a.b"))
        .isInstanceOf(UnprovenException.class)
        .hasMessageContaining("~eve/x");
    assertThatThrownBy(() -> parse("[a]\nb = ~/x\n").getPath("a.b"))
        .isInstanceOf(GitFormatException.class);
  }

  @Test
  void letsTheLastOfSeveralValuesWin() throws IOException {
    GitConfig config = parse("[a]\nb = 1\n[a]\nb = 2\nc\n");
    assertThat(config.get("a.b")).isEqualTo("2");
    assertThat(config.getAll("a.b")).containsExactly("1", "2");
    assertThat(config.getInt("a.b", 0)).isEqualTo(2);
  }

  @Test
  void tellsNoValueFromNoEntry() throws IOException {
    GitConfig config = parse("[a]\nb\n");
    assertThat(config.contains("a.b")).isTrue();
    assertThat(config.get("a.b")).isNull();
    assertThat(config.getBoolean("a.b", false)).isTrue();
    assertThat(config.contains("a.c")).isFalse();
    assertThat(config.getText("a.c")).isNull();
    assertThat(config.getPath("a.c")).isNull();
    assertThatThrownBy(() -> config.getText("a.b"))
        .isInstanceOf(GitFormatException.class)
        .hasMessage("file at 2: 'a.b' has no value");
  }

  @Test
  void namesSubsectionsInOrderOfFirstAppearance() throws IOException {
    GitConfig config =
        parse("[r \"b\"]\nx\n[r]\nx\n[r \"A.c\"]\nx\n[r.b]\ny\n[ra \"z\"]\nx\n[r \"\"]\nx\n");
    assertThat(config.subsections("r")).containsExactly("b", "A.c", "");
  }

  private static GitConfig parse(String content) throws GitFormatException {
    return GitConfig.parse(content.getBytes(UTF_8), "file");
  }

  private static GitConfig user(ConfigSandbox sandbox) throws IOException {
    return new ConfigFiles(FileAccess.create(), sandbox.environment()).readUser();
  }
}
