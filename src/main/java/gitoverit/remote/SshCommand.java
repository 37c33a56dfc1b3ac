package gitoverit.remote;

import gitoverit.git.config.GitConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Prepares an environment in which git never prompts.
///
/// The options that forbid prompts are appended to the user's ssh command: a new command would lose
/// keys and proxies. The order of the settings is git's: `GIT_SSH_COMMAND`, `core.sshCommand`,
/// `GIT_SSH`.
final class SshCommand {
  private static final String NO_PROMPT = " -o BatchMode=yes -o ConnectTimeout=15";
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:.*[/\\\\])?(?:tortoise)?(?:plink|putty)(?:\\.exe)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=");

  private SshCommand() {}

  /// Returns the variables to add to the environment of a git command that talks to a remote.
  static Map<String, String> withoutPrompts(Map<String, String> environment, GitConfig config) {
    Map<String, String> variables = new HashMap<>();
    variables.put("GIT_TERMINAL_PROMPT", "0");
    // Set but empty, so that git runs neither core.askPass nor SSH_ASKPASS.
    variables.put("GIT_ASKPASS", "");
    // The options below do not reach an ssh inside a script; that ssh runs a program that fails
    // instead of reading from the terminal.
    variables.put("SSH_ASKPASS", "false");
    variables.put("SSH_ASKPASS_REQUIRE", "force");
    variables.put("GCM_INTERACTIVE", "never");
    String command = command(environment, config);
    if (takesOptions(command, environment, config)) {
      variables.put("GIT_SSH_COMMAND", command + NO_PROMPT);
    }
    return variables;
  }

  private static String command(Map<String, String> environment, GitConfig config) {
    String command = environment.get("GIT_SSH_COMMAND");
    if (command == null) {
      command = config.get("core.sshcommand");
    }
    if (command == null) {
      String program = environment.get("GIT_SSH");
      command = program == null ? "ssh" : "'" + program.replace("'", "'\\''") + "'";
    }
    return command;
  }

  /// A wrapper passes its arguments to ssh, unless `ssh.variant` is `simple`; the other variants
  /// that git knows have options of their own (`ssh_variant` in `connect.c`).
  private static boolean takesOptions(
      String command, Map<String, String> environment, GitConfig config) {
    String variant = environment.get("GIT_SSH_VARIANT");
    if (variant == null) {
      variant = config.get("ssh.variant");
    }
    if (variant != null && !variant.equals("auto")) {
      return variant.equals("ssh");
    }
    String program = program(command);
    return program != null && !OTHERS.matcher(program).matches();
  }

  /// Returns the first word of a shell command that sets no variable; null without one.
  private static @Nullable String program(String command) {
    Matcher words = WORD.matcher(command);
    while (words.find()) {
      String word = words.group();
      if (!ASSIGNMENT.matcher(word).lookingAt()) {
        return word.replaceAll("['\"]", "");
      }
    }
    return null;
  }
}
