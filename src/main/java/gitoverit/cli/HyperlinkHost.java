package gitoverit.cli;

import gitoverit.fs.FileAccess;
import gitoverit.terminal.ColorMode;
import gitoverit.terminal.Hyperlinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the name of this machine. A link to a file contains it, because the terminal may show
/// output of another machine.
final class HyperlinkHost {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");
  private static final int LIMIT = 1024;

  private HyperlinkHost() {}

  /// Returns the name, empty if it is unknown; null if the table has no links.
  static @Nullable String of(ColorMode mode, Map<String, String> environment, FileAccess files)
      throws IOException {
    if (mode == ColorMode.AUTO && !Hyperlinks.isKnownToWork(environment)) {
      return null;
    }
    byte[] name = files.read(LINUX, LIMIT);
    String host =
        name == null
            ? environment.getOrDefault("HOSTNAME", "")
            : new String(name, StandardCharsets.UTF_8).strip();
    return host.chars().allMatch(HyperlinkHost::isHostCharacter) ? host : "";
  }

  private static boolean isHostCharacter(int c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-' || c == '.' || c == '_';
  }
}
