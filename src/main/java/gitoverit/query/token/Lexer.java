package gitoverit.query.token;

import gitoverit.query.token.Token.Kind;
import gitoverit.terminal.SafeText;
import java.util.ArrayList;
import java.util.List;

/// Splits an expression into tokens.
///
/// A string is in single or double quotes. The escapes `\n`, `\t`, `\\`, `\'` and `\"` mean the
/// same as in Python and Java; any other backslash is literal. After an `r` before the quotes,
/// every backslash is literal.
public final class Lexer {
  /// The signs, longest first, so that `<=` is not read as `<`.
  private static final String[] SIGNS = {
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",",
    ".", "!", "=",
  };

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// Returns the tokens, followed by one of the kind [Kind#END].
  public static List<Token> split(String text) throws ExpressionException {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Kind.END, "", text.length()));
    return lexer.tokens;
  }

  private void next() throws ExpressionException {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isQuote(at)) {
      quoted(at, false);
    } else if ((c == 'r' || c == 'R') && isQuote(at + 1)) {
      quoted(at + 1, true);
    } else if (isDigit(at)) {
      number();
    } else if (isNameStart(c)) {
      name();
    } else {
      sign();
    }
  }

  private boolean isQuote(int index) {
    return index < text.length() && (text.charAt(index) == '"' || text.charAt(index) == '\'');
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private void number() throws ExpressionException {
    int start = at;
    skipDigits();
    if (at < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
      at++;
      skipDigits();
    }
    if (at < text.length() && isNameStart(text.charAt(at))) {
      throw new ExpressionException("unexpected '" + text.charAt(at) + "' after a number", at);
    }
    tokens.add(new Token(Kind.NUMBER, text.substring(start, at), start));
  }

  private void skipDigits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private void name() {
    int start = at;
    while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(at))) {
      at++;
    }
    tokens.add(new Token(Kind.NAME, text.substring(start, at), start));
  }

  private void sign() throws ExpressionException {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        tokens.add(new Token(Kind.SIGN, sign, at));
        at += sign.length();
        return;
      }
    }
    String character = Character.toString(text.codePointAt(at));
    String safe = SafeText.of(character);
    String shown = safe.equals(character) ? "'" + character + "'" : safe;
    throw new ExpressionException("unexpected character " + shown, at);
  }

  private void quoted(int open, boolean raw) throws ExpressionException {
    int start = at;
    char quote = text.charAt(open);
    StringBuilder value = new StringBuilder();
    at = open + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        value.append(raw ? "\\" + text.charAt(at) : escape(text.charAt(at)));
        at++;
      } else {
        value.append(c);
      }
    }
    if (at == text.length()) {
      throw new ExpressionException("missing closing " + quote, start);
    }
    at++;
    tokens.add(new Token(Kind.TEXT, value.toString(), start));
  }

  private static String escape(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '\\', '\'', '"' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }
}
