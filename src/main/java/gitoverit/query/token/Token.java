package gitoverit.query.token;

/// A token of an expression.
///
/// @param kind its kind
/// @param text a name or sign as written, the value of a string, or the digits of a number
/// @param position index of its first character
public record Token(Kind kind, String text, int position) {
  /// The kinds of tokens.
  public enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /// Returns whether this is the sign or the name `expected`.
  public boolean is(String expected) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(expected);
  }

  /// Returns its form in messages.
  public String shown() {
    return switch (kind) {
      case END -> "end of expression";
      case TEXT -> "a string";
      case NAME, NUMBER, SIGN -> "'" + text + "'";
    };
  }
}
