package gitoverit.query.token;

/// A word of an expression.
///
/// @param kind what it is
/// @param text a name or sign as it stands there, the value of a text, or the digits of a number
/// @param position index of its first character
public record Token(Kind kind, String text, int position) {
  /// The sorts of words.
  public enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /// Returns whether this is the sign or the word `expected`.
  public boolean is(String expected) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(expected);
  }

  /// Returns how a message calls it.
  public String shown() {
    return switch (kind) {
      case END -> "end of expression";
      case TEXT -> "a string";
      case NAME, NUMBER, SIGN -> "'" + text + "'";
    };
  }
}
