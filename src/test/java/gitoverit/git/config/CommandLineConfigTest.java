package gitoverit.git.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineConfigTest {
  @TempDir Path directory;
  private ConfigSandbox sandbox;

  @BeforeEach
  void makeSandbox() throws IOException {
    sandbox = new ConfigSandbox(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a.b=c'",
        "'a.b'='c'",
        "'a.b'=",
        "'a.b'",
        "'a.b='",
        "' A.x.B = c '  'd.e'='f g'",
        "'a.b'='it'\\''s'",
        "'a.b'='wow'\\!''",
        "'a.Sub=x.c'='v'",
        "'a.sub.C=x=y'",
        "'core.x' ",
        "a.b=c",
        "'a.b'=c",
        "'a.b''c'",
        "'a.b'='c'x",
        "'a.b",
        "'=c'",
        "''",
        "'ab=c'",
        "'a.b'='c",
        " 'a.b'",
        "'a.1b=c'",
        "'a_.b=c'",
        "'.b=c'",
        "'a.=c'",
        "'a.b'='c'\\'d'",
        "'a.x\ny.b'='c'"
      })
  void readsParametersAsGitDoes(String parameters) throws IOException {
    sandbox.environment().put("GIT_CONFIG_PARAMETERS", parameters);
    assertSameAsGit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "", "1", "3", "x", "2x", "-1", "+2", " 2", "99999999999"})
  void readsCountedSettingsAsGitDoes(String count) throws IOException {
    sandbox.environment().put("GIT_CONFIG_COUNT", count);
    sandbox.environment().put("GIT_CONFIG_KEY_0", "A.Sub.B");
    sandbox.environment().put("GIT_CONFIG_VALUE_0", "");
    sandbox.environment().put("GIT_CONFIG_KEY_1", "i.Path");
    sandbox.environment().put("GIT_CONFIG_VALUE_1", "~/i");
    assertSameAsGit();
  }

  @Test
  void asksGitForBytesThatJavaCouldNotShow() {
    Map<String, String> environment = Map.of("GIT_CONFIG_PARAMETERS", "'a.b'='\ufffd'");
    assertThatThrownBy(() -> CommandLineConfig.read(environment))
        .isInstanceOf(UnprovenException.class);
  }

  private void assertSameAsGit() throws IOException {
    List<String> expected = sandbox.gitList(sandbox.root());
    if (expected == null) {
      assertThatThrownBy(() -> CommandLineConfig.read(sandbox.environment()))
          .isInstanceOf(GitFormatException.class);
    } else {
      assertThat(ConfigSandbox.list(CommandLineConfig.read(sandbox.environment())))
          .isEqualTo(expected);
    }
  }
}
