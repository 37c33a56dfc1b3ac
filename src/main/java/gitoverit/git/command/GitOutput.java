package gitoverit.git.command;

import java.nio.charset.StandardCharsets;

/// The exit code and the output of a git process that has ended.
public final class GitOutput {
  private final int exitCode;
  private final byte[] bytes;
  private final byte[] errors;

  GitOutput(int exitCode, byte[] bytes, byte[] errors) {
    this.exitCode = exitCode;
    this.bytes = bytes;
    this.errors = errors;
  }

  /// Returns the standard output.
  public byte[] bytes() {
    return bytes;
  }

  /// Returns whether git succeeded.
  public boolean succeeded() {
    return exitCode == 0;
  }

  /// Returns the standard error, as text.
  public String errorText() {
    return new String(errors, StandardCharsets.UTF_8).strip();
  }

  /// Returns the line of the errors that names the cause: the first `fatal:` or `error:` line,
  /// without that word, else the last line. A line that ends in a colon continues in the next one.
  ///
  /// The first line is the cause, and later ones name the consequence, as in `error: bad index
  /// version 9` before `fatal: index file corrupt`.
  public String reason() {
    String best = "git exited with " + exitCode;
    String[] lines = errorText().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("fatal: ") || line.startsWith("error: ")) {
        String reason = line.substring("fatal: ".length()).strip();
        boolean continues = reason.endsWith(":") && i + 1 < lines.length;
        return continues ? reason + " " + lines[i + 1].strip() : reason;
      }
      if (!line.isBlank()) {
        best = line.strip();
      }
    }
    return best;
  }
}
