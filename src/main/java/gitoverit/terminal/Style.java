package gitoverit.terminal;

/// A style of text, in the sixteen colours that every terminal has and its user has made readable.
/// Yellow, blue, white and black are not used: each is unreadable on some background. A style never
/// carries information that the text does not.
public enum Style {
  /// The terminal's own style.
  PLAIN(""),
  /// Bold.
  BOLD("1"),
  /// Less important than the rest.
  DIM("2"),
  /// Good.
  GREEN("32"),
  /// Removed, lost or failed.
  RED("31"),
  /// Changed.
  MAGENTA("35"),
  /// New.
  CYAN("36"),
  /// Needs the user's attention.
  BOLD_RED("1;31");

  private final String on;

  Style(String code) {
    this.on = code.isEmpty() ? "" : "\u001B[" + code + "m";
  }

  /// Appends `text` in this style.
  ///
  /// @param color whether styles are shown
  void append(StringBuilder out, String text, boolean color) {
    if (color && this != PLAIN) {
      out.append(on).append(text).append("\u001B[0m");
    } else {
      out.append(text);
    }
  }
}
