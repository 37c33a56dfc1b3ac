package gitoverit.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.config.GitConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SshCommandTest {
  private static final String OPTIONS = " -o BatchMode=yes -o ConnectTimeout=15";

  private static Map<String, String> variables(Map<String, String> environment, String config)
      throws Exception {
    return SshCommand.withoutPrompts(environment, GitConfig.parse(config.getBytes(UTF_8), "file"));
  }

  @Test
  void nothingEverAsks() throws Exception {
    assertThat(variables(Map.of(), ""))
        .containsEntry("GIT_TERMINAL_PROMPT", "0")
        .containsEntry("GIT_ASKPASS", "")
        .containsEntry("SSH_ASKPASS", "false")
        .containsEntry("GIT_SSH_COMMAND", "ssh" + OPTIONS);
  }

  @Test
  void theOptionsAreAppendedToWhatTheUserHasSetUp() throws Exception {
    assertThat(variables(Map.of("GIT_SSH_COMMAND", "ssh -i key"), "[core]\nsshCommand = ssh -v\n"))
        .containsEntry("GIT_SSH_COMMAND", "ssh -i key" + OPTIONS);
    assertThat(variables(Map.of("GIT_SSH", "/bin/other"), "[core]\nsshCommand = ssh -v\n"))
        .containsEntry("GIT_SSH_COMMAND", "ssh -v" + OPTIONS);
    assertThat(variables(Map.of("GIT_SSH", "/opt/my tools/ssh"), ""))
        .containsEntry("GIT_SSH_COMMAND", "'/opt/my tools/ssh'" + OPTIONS);
    assertThat(variables(Map.of("GIT_SSH_COMMAND", "A=b /usr/bin/ssh"), ""))
        .containsEntry("GIT_SSH_COMMAND", "A=b /usr/bin/ssh" + OPTIONS);
  }

  @Test
  void aWrapperHandsTheOptionsOn() throws Exception {
    assertThat(variables(Map.of("GIT_SSH_COMMAND", "wrapper -a"), ""))
        .containsEntry("GIT_SSH_COMMAND", "wrapper -a" + OPTIONS);
    assertThat(variables(Map.of("GIT_SSH", "/opt/splinker"), ""))
        .containsEntry("GIT_SSH_COMMAND", "'/opt/splinker'" + OPTIONS);
  }

  @Test
  void whatIsNotOpenSshIsLeftAlone() throws Exception {
    assertThat(variables(Map.of("GIT_SSH", "/usr/bin/plink"), ""))
        .doesNotContainKey("GIT_SSH_COMMAND");
    assertThat(variables(Map.of("GIT_SSH", "C:\\tools\\TortoisePlink.exe"), ""))
        .doesNotContainKey("GIT_SSH_COMMAND");
    assertThat(variables(Map.of("GIT_SSH_COMMAND", "wrapper"), "[ssh]\nvariant = simple\n"))
        .doesNotContainKey("GIT_SSH_COMMAND");
    assertThat(variables(Map.of("GIT_SSH_VARIANT", "simple"), ""))
        .doesNotContainKey("GIT_SSH_COMMAND");
    assertThat(variables(Map.of("GIT_SSH_COMMAND", "wrapper", "GIT_SSH_VARIANT", "ssh"), ""))
        .containsEntry("GIT_SSH_COMMAND", "wrapper" + OPTIONS);
  }
}
