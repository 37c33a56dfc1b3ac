package gitoverit.terminal;

import java.util.Map;
import java.util.Set;

/// Tells which terminals know OSC 8, the escape sequence of a link. No terminal can be asked; those
/// that do not know it mostly show nothing of it, but some show it all, so only what is known to
/// work is used.
public final class Hyperlinks {
  private static final Set<String> PROGRAMS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed");
  private static final Set<String> TERMS =
      Set.of(
          "xterm-kitty", "alacritty", "foot", "foot-extra", "xterm-ghostty", "wezterm", "contour");

  private Hyperlinks() {}

  /// Returns whether the terminal of this environment is known to show links. `FORCE_HYPERLINK`
  /// says so, or with `0` the opposite; inside of tmux and screen nobody knows.
  public static boolean isKnownToWork(Map<String, String> environment) {
    String forced = environment.getOrDefault("FORCE_HYPERLINK", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    String term = environment.getOrDefault("TERM", "dumb");
    if (term.equals("dumb") || environment.containsKey("TMUX") || environment.containsKey("STY")) {
      return false;
    }
    return TERMS.contains(term)
        || PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
        || environment.containsKey("WT_SESSION")
        || version(environment, "VTE_VERSION") >= 5000
        || version(environment, "KONSOLE_VERSION") >= 201_200;
  }

  private static int version(Map<String, String> environment, String variable) {
    try {
      return Integer.parseInt(environment.getOrDefault(variable, "0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
