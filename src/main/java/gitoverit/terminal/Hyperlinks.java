package gitoverit.terminal;

import java.util.Map;
import java.util.Set;

/// Recognises the terminals that support OSC 8, the escape sequence of a link. A terminal cannot be
/// queried for it. Most terminals without support ignore the sequence but some print it, so it is
/// written only to terminals that are known to support it.
public final class Hyperlinks {
  private static final Set<String> PROGRAMS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "zed");
  private static final Set<String> TERMS =
      Set.of(
          "xterm-kitty", "alacritty", "foot", "foot-extra", "xterm-ghostty", "wezterm", "contour");

  private Hyperlinks() {}

  /// Returns whether the terminal of this environment is known to show links. `FORCE_HYPERLINK`
  /// means yes, or with the value `0` no; inside of tmux and screen it is unknown.
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
