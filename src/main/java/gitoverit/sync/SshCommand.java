package gitoverit.sync;

import gitoverit.git.config.GitConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The environment in which git asks nobody for anything.
///
/// What the user has set up for ssh stays; the options that forbid prompts are appended to it,
/// since to replace it would lose keys and proxies.
final class SshCommand {
  private static final String NO_PROMPT = " -o BatchMode=yes -o ConnectTimeout=15";

  private SshCommand() {}

  /// Returns the variables to add to the environment of a git that talks to a remote.
  static Map<String, String> withoutPrompts(Map<String, String> environment, GitConfig config)
      throws IOException {
    Map<String, String> variables = new HashMap<>();
    variables.put("GIT_TERMINAL_PROMPT", "0");
    // Set but empty: git asks neither this program nor core.askPass nor SSH_ASKPASS.
    variables.put("GIT_ASKPASS", "");
    variables.put("SSH_ASKPASS", "");
    variables.put("GCM_INTERACTIVE", "never");
    String command = environment.get("GIT_SSH_COMMAND");
    if (command == null) {
      command = config.get("core.sshcommand");
    }
    if (command == null && !environment.containsKey("GIT_SSH")) {
      command = "ssh";
    }
    if (command != null && isOpenSsh(command, environment, config)) {
      variables.put("GIT_SSH_COMMAND", command + NO_PROMPT);
    }
    return variables;
  }

  /// Other programs (`plink`, a wrapper) need not know the options.
  private static boolean isOpenSsh(
      String command, Map<String, String> environment, GitConfig config) {
    String variant = environment.get("GIT_SSH_VARIANT");
    if (variant == null) {
      variant = config.get("ssh.variant");
    }
    if (variant != null && !variant.equals("auto")) {
      return variant.equals("ssh");
    }
    String program = command.strip().split("\\s", 2)[0];
    return program.substring(program.lastIndexOf('/') + 1).equals("ssh");
  }
}
