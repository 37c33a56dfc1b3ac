package gitoverit.git.ignore;

import org.jspecify.annotations.Nullable;

/// One bracket expression of a pattern, such as `[!a-z_[:digit:]]`, matched against one byte.
///
/// A leading `]` is literal; a backslash quotes; `!` and `^` negate. An expression that never ends
/// or names an unknown class matches nothing, negated or not.
final class BracketExpression {
  private final byte[] pattern;
  private final int to;
  private final int c;
  private final int flags;

  private int p;
  private boolean matched;

  /// The previous byte, which starts a range if a `-` follows; 0 when it cannot start one.
  private int previous;

  /// Creates the expression that begins with the `[` at `from`.
  ///
  /// @param c the byte to match, as [Wildmatch#fold] returns it
  BracketExpression(byte[] pattern, int from, int to, int c, int flags) {
    this.pattern = pattern;
    this.p = from + 1;
    this.to = to;
    this.c = c;
    this.flags = flags;
  }

  /// Returns the position after the closing bracket if the byte matches, else -1.
  int match() {
    boolean negated = at(p) == '!' || at(p) == '^';
    if (negated) {
      p++;
    }
    do {
      if (!element()) {
        return -1;
      }
    } while (at(p) != ']');
    if (matched == negated || (c == '/' && (flags & Wildmatch.PATHNAME) != 0)) {
      return -1;
    }
    return p + 1;
  }

  /// Reads one element; false when the expression is malformed.
  private boolean element() {
    int b = at(p);
    if (b == '-' && previous != 0 && at(p + 1) != 0 && at(p + 1) != ']') {
      return range();
    }
    if (b == '[' && at(p + 1) == ':') {
      return characterClass();
    }
    return single();
  }

  private boolean single() {
    int b = quotable();
    matched |= b == c;
    previous = b;
    return b != 0;
  }

  private boolean range() {
    p++;
    int last = quotable();
    matched |= within(c, last) || (isFoldedLetter() && within(c - 32, last));
    previous = 0;
    return last != 0;
  }

  private boolean within(int b, int last) {
    return previous <= b && b <= last;
  }

  private boolean characterClass() {
    int close = p + 2;
    while (at(close) != ']') {
      if (at(close) == 0) {
        return false;
      }
      close++;
    }
    if (close == p + 2 || pattern[close - 1] != ':') {
      return single();
    }
    CharacterClass named = CharacterClass.find(pattern, p + 2, close - 1);
    matched |= named != null && contains(named);
    previous = 0;
    p = close + 1;
    return named != null;
  }

  private boolean contains(CharacterClass named) {
    return named.contains(c) || (named == CharacterClass.UPPER && isFoldedLetter());
  }

  private boolean isFoldedLetter() {
    return (flags & Wildmatch.CASEFOLD) != 0 && CharacterClass.LOWER.contains(c);
  }

  /// Reads one byte, or the one that a backslash quotes; 0 at the end of the pattern.
  private int quotable() {
    if (at(p) == '\\') {
      p++;
    }
    return at(p++);
  }

  private int at(int i) {
    return i < to ? pattern[i] & 0xFF : 0;
  }

  /// A POSIX character class, with the members that git gives it in every locale.
  enum CharacterClass {
    ALNUM,
    ALPHA,
    BLANK,
    CNTRL,
    DIGIT,
    GRAPH,
    LOWER,
    PRINT,
    PUNCT,
    SPACE,
    UPPER,
    XDIGIT;

    private static final CharacterClass[] ALL = values();

    /// Returns the class named by these bytes, in lower case; null when there is none.
    static @Nullable CharacterClass find(byte[] bytes, int from, int to) {
      for (CharacterClass candidate : ALL) {
        if (candidate.isNamed(bytes, from, to)) {
          return candidate;
        }
      }
      return null;
    }

    private boolean isNamed(byte[] bytes, int from, int to) {
      String name = name();
      if (name.length() != to - from) {
        return false;
      }
      for (int i = 0; i < name.length(); i++) {
        if (bytes[from + i] != name.charAt(i) + 32) {
          return false;
        }
      }
      return true;
    }

    /// Returns whether the byte, an unsigned number, is a member.
    boolean contains(int c) {
      return switch (this) {
        case ALNUM -> isLetter(c) || isDigit(c);
        case ALPHA -> isLetter(c);
        case BLANK -> c == ' ' || c == '\t';
        case CNTRL -> c < ' ' || c == 0x7F;
        case DIGIT -> isDigit(c);
        case GRAPH -> c > ' ' && c < 0x7F;
        case LOWER -> c >= 'a' && c <= 'z';
        case PRINT -> c >= ' ' && c < 0x7F;
        case PUNCT -> c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c);
        case SPACE -> c == ' ' || c == '\t' || c == '\n' || c == '\r';
        case UPPER -> c >= 'A' && c <= 'Z';
        case XDIGIT -> isDigit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
      };
    }

    private static boolean isLetter(int c) {
      return (c | 32) >= 'a' && (c | 32) <= 'z';
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }
  }
}
