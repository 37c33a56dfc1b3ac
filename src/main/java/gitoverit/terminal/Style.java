package gitoverit.terminal;

/// How a piece of text looks, in the sixteen colours that every terminal has and its owner has made
/// readable. Yellow, blue, white and black are left out: each is unreadable on some background.
/// What a style says is also said by the text itself.
public enum Style {
  /// As the terminal shows text.
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
  /// Needs a person.
  BOLD_RED("1;31");

  private final String on;

  Style(String code) {
    this.on = code.isEmpty() ? "" : "\u001B[" + code + "m";
  }

  /// Appends `text` in this style.
  ///
  /// @param color whether styles are shown at all
  void append(StringBuilder out, String text, boolean color) {
    if (color && this != PLAIN) {
      out.append(on).append(text).append("\u001B[0m");
    } else {
      out.append(text);
    }
  }
}
