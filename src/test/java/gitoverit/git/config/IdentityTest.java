package gitoverit.git.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static final String USER = "[user]\nname = U\nemail = u@example.com\n";

  @TempDir Path directory;
  private ConfigSandbox sandbox;

  @BeforeEach
  void makeSandbox() throws IOException {
    sandbox = new ConfigSandbox(directory);
  }

  @Test
  void prefersTheEnvironmentToTheCommitterAndTheCommitterToTheUser() throws IOException {
    sandbox.write("home/.gitconfig", USER);
    assertKnown("U <u@example.com>");
    sandbox.write("home/.gitconfig", USER + "[committer]\nname = C\n[author]\nname = A\n");
    assertKnown("C <u@example.com>");
    sandbox.write("home/.gitconfig", USER + "[committer]\nname =\nemail = c\n");
    assertKnown("U <c>");
    sandbox.environment().put("GIT_COMMITTER_NAME", "E");
    assertKnown("E <c>");
    sandbox.environment().put("GIT_COMMITTER_EMAIL", "");
    sandbox.environment().put("GIT_AUTHOR_EMAIL", "nobody");
    assertKnown("E <>");
  }

  @Test
  void takesTheMailOfTheEnvironmentLast() throws IOException {
    sandbox.environment().put("EMAIL", " <e@example.com>\t");
    sandbox.write("home/.gitconfig", "[user]\nname = U\n");
    assertKnown("U <e@example.com>");
    sandbox.write("home/.gitconfig", USER);
    assertKnown("U <u@example.com>");
  }

  @ParameterizedTest
  @CsvSource({
    "'[user]\nname = U\n[author]\nemail = a\n'",
    "'[user]\nname = \"  .,Jo <\\\"x\\\"> R.\\n;,\"\nemail = <u@x>.\n'",
    "'[user]\nname = J\\\\. R\nemail = \"a b\"\n'",
    "'[user]\nname = J\u00f6rg\nemail =\n'"
  })
  void dressesNamesAsGitDoes(String config) throws IOException {
    sandbox.write("home/.gitconfig", config);
    assertKnown(requireNonNull(git()));
  }

  @ParameterizedTest
  @CsvSource({
    "'[user]\nname =\nemail = u\n'",
    "'[user]\nname = \" .,;\"\nemail = u\n'",
    "'[user]\nemail = u\n[author]\nname = A\n'",
    "'[user]\nuseConfigOnly\n'",
    "'[user]\nuseConfigOnly\nname = U\n'",
    "'[user]\nuseConfigOnly\nemail = U\n'"
  })
  void isUnknownWhereGitRefusesToCommit(String config) throws IOException {
    sandbox.environment().put("EMAIL", "e@example.com");
    sandbox.write("home/.gitconfig", config);
    assertThat(git()).isNull();
    assertThat(ours()).isEqualTo(new Identity.Unknown());
  }

  @Test
  void asksGitWhereItGuesses() throws IOException {
    assertThat(ours()).isEqualTo(new Identity.AskGit());
    sandbox.write("home/.gitconfig", "[user]\nname = U\n");
    assertThat(ours()).isEqualTo(new Identity.AskGit());
    sandbox.write("home/.gitconfig", "[user]\nemail = u\n");
    assertThat(ours()).isEqualTo(new Identity.AskGit());
  }

  @Test
  void asksGitForBytesThatJavaCouldNotShow() throws IOException {
    sandbox.write("home/.gitconfig", USER);
    Map<String, String> environment = Map.of("GIT_COMMITTER_NAME", "J\ufffdrg");
    assertThat(Identity.ofCommitter(user(), environment)).isEqualTo(new Identity.AskGit());
  }

  @ParameterizedTest
  @CsvSource({"'[user]\nname\nemail = u\n'", "'[user]\nuseConfigOnly = maybe\nname = U\n'"})
  void failsOnSettingsThatGitRefuses(String config) throws IOException {
    sandbox.write("home/.gitconfig", config);
    assertThat(git()).isNull();
    assertThatThrownBy(this::ours).isInstanceOf(GitFormatException.class);
  }

  private void assertKnown(String expected) throws IOException {
    assertThat(git()).isEqualTo(expected);
    assertThat(ours()).isEqualTo(new Identity.Known(expected));
  }

  private Identity ours() throws IOException {
    return Identity.ofCommitter(user(), sandbox.environment());
  }

  private GitConfig user() throws IOException {
    return new ConfigFiles(FileAccess.create(), sandbox.environment()).readUser();
  }

  /// Returns what git says, without the date; null when it refuses.
  private @Nullable String git() {
    String line = sandbox.run(directory, "var", "GIT_COMMITTER_IDENT").line();
    return line == null ? null : line.substring(0, line.lastIndexOf('>') + 1);
  }
}
