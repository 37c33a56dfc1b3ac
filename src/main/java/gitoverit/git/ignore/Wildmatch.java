package gitoverit.git.ignore;

/// Matches a text against a shell pattern as git's own `wildmatch` does (`gitignore(5)`, "PATTERN
/// FORMAT").
///
/// Both are bytes, never characters: `?` and a bracket expression match one byte. Only ASCII
/// letters are letters. Neither side may hold a NUL byte, as git's C strings cannot.
///
/// Matching does not recurse. It goes back only to the last star of each kind, because an earlier
/// one cannot do better: stars that stay within one path component end at the same `/` however they
/// share its characters, and a star that crosses components gains nothing from a later start. So
/// the time is at most the square of the text's length times the length of the pattern, and without
/// a `**` that crosses components only their product, whatever the pattern. (A bracket expression
/// counts with the square of its own length, at worst.)
public final class Wildmatch {
  /// Flag: only `/` itself and a `**` that is a whole path component match `/`. Without it a star,
  /// `?` and brackets match any byte.
  public static final int PATHNAME = 1;

  /// Flag: the case of ASCII letters is ignored. As in git, this does not apply to letters that are
  /// escaped or alone in brackets: an upper-case one there matches nothing.
  public static final int CASEFOLD = 2;

  private Wildmatch() {}

  /// Returns whether a part of `text` matches the pattern from `patternFrom` to its end.
  ///
  /// @param flags a sum of [#PATHNAME] and [#CASEFOLD]
  public static boolean matches(
      byte[] pattern, int patternFrom, byte[] text, int textFrom, int textTo, int flags) {
    int patternTo = pattern.length;
    int p = patternFrom;
    int t = textFrom;
    int star = -1;
    int starText = 0;
    int deepStar = -1;
    int deepStarText = 0;
    // Each kind of star needs only its latest one: when a later star cannot match, moving an
    // earlier one of the same kind cannot help.
    while (true) {
      if (p < patternTo && pattern[p] == '*') {
        int after = afterStars(pattern, p, patternTo);
        if (crossesComponents(pattern, patternFrom, p, after, patternTo, flags)) {
          // A deep star forgets the shallow one, whose component it leaves behind.
          boolean mayBeNothing = slashFollows(pattern, after, patternTo, flags);
          star = -1;
          deepStar = after;
          deepStarText = mayBeNothing ? t - 1 : t;
          p = mayBeNothing ? after + 1 : after;
        } else {
          star = after;
          starText = t;
          p = after;
        }
        continue;
      }
      if (t == textTo) {
        return p == patternTo;
      }
      int next = p == patternTo ? -1 : matchOne(pattern, p, patternTo, text[t], flags);
      if (next >= 0) {
        p = next;
        t++;
      } else if (star >= 0 && text[starText] != '/') {
        // A shallow star takes one byte more, up to the end of its component.
        p = star;
        int wanted = literal(pattern, p, patternTo, flags);
        starText = seek(text, starText + 1, textTo, wanted, flags);
        t = starText;
      } else if (deepStar >= 0) {
        // A deep star takes one byte more, and the pattern after it starts again.
        star = -1;
        p = deepStar;
        int wanted = literal(pattern, p, patternTo, flags);
        deepStarText = seek(text, deepStarText + 1, textTo, wanted, flags);
        t = deepStarText;
      } else {
        return false;
      }
    }
  }

  /// Returns the next place of a byte that equals `wanted` or at which any star must stop; `from`
  /// itself when `wanted` is -1.
  private static int seek(byte[] text, int from, int to, int wanted, int flags) {
    int t = from;
    while (t < to && wanted >= 0 && text[t] != '/' && fold(text[t], flags) != wanted) {
      t++;
    }
    return t;
  }

  /// Returns the byte that must come next if the pattern element at `p` is a plain one, else -1.
  private static int literal(byte[] pattern, int p, int to, int flags) {
    return p < to && !isSpecial(pattern[p]) ? fold(pattern[p], flags) : -1;
  }

  /// Matches the one pattern element at `p`, which is not a star, with the byte `c`. Returns where
  /// the next element begins, or -1 without a match.
  private static int matchOne(byte[] pattern, int p, int to, byte c, int flags) {
    byte b = pattern[p];
    if (!isSpecial(b)) {
      return b == c || fold(b, flags) == fold(c, flags) ? p + 1 : -1;
    }
    return switch (b) {
      case '\\' -> p + 1 < to && (pattern[p + 1] & 0xFF) == fold(c, flags) ? p + 2 : -1;
      case '?' -> c == '/' && (flags & PATHNAME) != 0 ? -1 : p + 1;
      default -> new BracketExpression(pattern, p, to, fold(c, flags), flags).match();
    };
  }

  /// Returns whether the byte has a special meaning in a pattern.
  static boolean isSpecial(byte b) {
    return b == '*' || b == '?' || b == '[' || b == '\\';
  }

  private static int afterStars(byte[] pattern, int p, int to) {
    int after = p + 1;
    while (after < to && pattern[after] == '*') {
      after++;
    }
    return after;
  }

  /// Returns whether the stars from `p` to `after` match `/` too: all do without [#PATHNAME], with
  /// it only two or more that fill a path component.
  private static boolean crossesComponents(
      byte[] pattern, int from, int p, int after, int to, int flags) {
    if ((flags & PATHNAME) == 0) {
      return true;
    }
    return after - p > 1
        && (p == from || pattern[p - 1] == '/')
        && (after == to
            || pattern[after] == '/'
            || (pattern[after] == '\\' && after + 1 < to && pattern[after + 1] == '/'));
  }

  /// Returns whether the stars before `after` fill a component and the next one follows, so that
  /// they and the slash may also match nothing.
  private static boolean slashFollows(byte[] pattern, int after, int to, int flags) {
    return (flags & PATHNAME) != 0 && after < to && pattern[after] == '/';
  }

  /// Returns the byte as an unsigned number, an ASCII capital in lower case under [#CASEFOLD].
  static int fold(byte b, int flags) {
    return (flags & CASEFOLD) != 0 && b >= 'A' && b <= 'Z' ? b + 32 : b & 0xFF;
  }
}
