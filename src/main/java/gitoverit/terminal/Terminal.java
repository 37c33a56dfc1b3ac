package gitoverit.terminal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The capabilities of the output streams.
///
/// @param stdoutIsTerminal whether results go to a terminal
/// @param stderrIsTerminal whether messages go to a terminal
/// @param width the columns for results; [#UNLIMITED] when they do not go to a terminal
/// @param progressWidth the columns for progress
/// @param color whether results are coloured
/// @param progress whether progress can be shown, because stderr is a terminal that can move its
///   cursor
public record Terminal(
    boolean stdoutIsTerminal,
    boolean stderrIsTerminal,
    int width,
    int progressWidth,
    boolean color,
    boolean progress) {

  /// The width of an output that is not a terminal.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int USUAL_WIDTH = 80;

  /// Decides which capabilities to use.
  ///
  /// `COLUMNS` (a positive number) is the width of any output. Colours in [ColorMode#AUTO]: never
  /// with a non-empty `NO_COLOR`, else always with a `CLICOLOR_FORCE` that is neither empty nor
  /// `0`, else on a terminal unless `TERM` is missing or `dumb`, as git does.
  ///
  /// @param columns the terminal's width as the system reports it; 0 when unknown
  public static Terminal detect(
      boolean stdoutIsTerminal,
      boolean stderrIsTerminal,
      int columns,
      Map<String, String> environment,
      ColorMode mode) {
    int asked = positive(environment.get("COLUMNS"));
    int known = asked > 0 ? asked : columns > 0 ? columns : USUAL_WIDTH;
    boolean limited = asked > 0 || stdoutIsTerminal;
    boolean capable = !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
    return new Terminal(
        stdoutIsTerminal,
        stderrIsTerminal,
        limited ? known : UNLIMITED,
        known,
        color(stdoutIsTerminal && capable, environment, mode),
        stderrIsTerminal && capable);
  }

  /// Returns the same capabilities with another width.
  public Terminal withWidth(int columns) {
    return new Terminal(stdoutIsTerminal, stderrIsTerminal, columns, columns, color, progress);
  }

  private static boolean color(boolean capable, Map<String, String> environment, ColorMode mode) {
    return switch (mode) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        boolean forced = !force.isEmpty() && !force.equals("0");
        yield environment.getOrDefault("NO_COLOR", "").isEmpty() && (forced || capable);
      }
    };
  }

  /// Returns the value of a number above 0 with at most five digits; 0 for any other text.
  private static int positive(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 5) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
