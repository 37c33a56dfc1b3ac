package gitoverit.git.ignore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of an ignore file, parsed (`gitignore(5)`, "PATTERN FORMAT").
///
/// As in git, most lines need no wildcard matching: a literal is compared as a whole, the suffix of
/// `*suffix` is compared at the end, and for any other pattern the literal beginning is compared
/// first.
final class IgnorePattern {
  /// The text that a pattern is matched against.
  private enum Scope {
    /// The name of any entry below the rules' directory: the pattern has no slash.
    NAME,
    /// The name of an entry in the rules' directory itself: `/name`.
    CHILD,
    /// The path relative to the rules' directory.
    PATH
  }

  private final byte[] text;
  private final Scope scope;
  private final boolean negative;
  private final boolean directoryOnly;
  private final int flags;
  private final int literalLength;
  private final boolean suffix;

  private IgnorePattern(
      byte[] text, Scope scope, boolean negative, boolean directoryOnly, int flags) {
    this.text = text;
    this.scope = scope;
    this.negative = negative;
    this.directoryOnly = directoryOnly;
    this.flags = flags;
    this.literalLength = literalLength(text, 0);
    this.suffix = text[0] == '*' && literalLength(text, 1) == text.length;
  }

  /// Parses a line, given without its line ending; null if it is a comment or can match nothing.
  ///
  /// Trailing spaces are ignored unless a backslash quotes them; a NUL ends the line.
  static @Nullable IgnorePattern parse(byte[] bytes, int from, int to, boolean ignoreCase) {
    if (from < to && bytes[from] == '#') {
      return null;
    }
    int start = from;
    int end = withoutTrailingSpaces(bytes, from, untilNul(bytes, from, to));
    boolean negative = start < end && bytes[start] == '!';
    if (negative) {
      start++;
    }
    boolean directoryOnly = start < end && bytes[end - 1] == '/';
    if (directoryOnly) {
      end--;
    }
    int flags = Wildmatch.PATHNAME | (ignoreCase ? Wildmatch.CASEFOLD : 0);
    return create(Arrays.copyOfRange(bytes, start, end), negative, directoryOnly, flags);
  }

  /// Determines the text that a pattern is matched against.
  ///
  /// `**/name` matches `name` at any depth, as `name` does. `/name` cannot match in a directory
  /// below, unless it contains a `**`: git lets that cross components wherever it follows the
  /// literal beginning of a path.
  private static @Nullable IgnorePattern create(
      byte[] text, boolean negative, boolean directoryOnly, int flags) {
    boolean rooted = text.length > 0 && text[0] == '/';
    byte[] path = rooted ? Arrays.copyOfRange(text, 1, text.length) : text;
    Scope scope;
    if (startsAnywhere(path) && !contains(path, 3, '/')) {
      path = Arrays.copyOfRange(path, 3, path.length);
      scope = Scope.NAME;
    } else if (contains(path, 0, '/') || (rooted && hasDoubleStar(path))) {
      scope = Scope.PATH;
    } else {
      scope = rooted ? Scope.CHILD : Scope.NAME;
    }
    return path.length == 0 ? null : new IgnorePattern(path, scope, negative, directoryOnly, flags);
  }

  /// Returns whether a match includes the entry again: the line began with `!`.
  boolean isNegative() {
    return negative;
  }

  /// Returns the byte that every match ends with, apart from its case; -1 when there is no such
  /// byte.
  int lastByte() {
    byte last = text[text.length - 1];
    return Wildmatch.isSpecial(last) || last == ']' ? -1 : last & 0xFF;
  }

  /// Returns whether an entry of a directory matches.
  ///
  /// @param directory the path of that directory, empty or with a slash at the end
  /// @param base the number of bytes of `directory` that lead to the rules' own directory
  /// @param names an array that holds the name of the entry, from `from` to `to`
  boolean matches(byte[] directory, int base, byte[] names, int from, int to, boolean isDirectory) {
    if (directoryOnly && !isDirectory) {
      return false;
    }
    return switch (scope) {
      case NAME -> matchesName(names, from, to);
      case CHILD -> directory.length == base && matchesName(names, from, to);
      case PATH -> matchesPath(directory, base, names, from, to);
    };
  }

  private boolean matchesName(byte[] names, int from, int to) {
    int length = to - from;
    if (literalLength == text.length) {
      return length == text.length && equal(names, from, 0, length);
    }
    if (suffix) {
      int tail = text.length - 1;
      return length >= tail && equal(names, to - tail, 1, tail);
    }
    return length >= literalLength
        && equal(names, from, 0, literalLength)
        && matchesRest(names, from + literalLength, to);
  }

  private boolean matchesPath(byte[] directory, int base, byte[] names, int from, int to) {
    int above = directory.length - base;
    int length = above + to - from;
    if (literalLength == text.length ? length != literalLength : length < literalLength) {
      return false;
    }
    int literalAbove = Math.min(literalLength, above);
    int literalOfName = literalLength - literalAbove;
    if (!equal(directory, base, 0, literalAbove)
        || !equal(names, from, literalAbove, literalOfName)) {
      return false;
    }
    if (literalLength == text.length) {
      return true;
    }
    if (literalAbove == above) {
      return matchesRest(names, from + literalOfName, to);
    }
    byte[] rest = Arrays.copyOfRange(directory, base + literalAbove, base + length);
    System.arraycopy(names, from, rest, above - literalAbove, to - from);
    return matchesRest(rest, 0, rest.length);
  }

  /// Matches the rest after the literal beginning. git before 2.52 treats stars there as the start
  /// of a component, so that `a**/b` also matches `ab`; so does this method.
  private boolean matchesRest(byte[] bytes, int from, int to) {
    return Wildmatch.matches(text, literalLength, bytes, from, to, flags);
  }

  private boolean equal(byte[] bytes, int from, int textFrom, int length) {
    for (int i = 0; i < length; i++) {
      byte a = bytes[from + i];
      byte b = text[textFrom + i];
      if (a != b && Wildmatch.fold(a, flags) != Wildmatch.fold(b, flags)) {
        return false;
      }
    }
    return true;
  }

  private static int untilNul(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }
    return end;
  }

  private static int withoutTrailingSpaces(byte[] bytes, int from, int to) {
    int end = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        i++;
        end = Math.min(i + 1, to);
      } else if (bytes[i] != ' ') {
        end = i + 1;
      }
    }
    return end;
  }

  private static int literalLength(byte[] text, int from) {
    int i = from;
    while (i < text.length && !Wildmatch.isSpecial(text[i])) {
      i++;
    }
    return i;
  }

  private static boolean startsAnywhere(byte[] path) {
    return path.length > 3 && path[0] == '*' && path[1] == '*' && path[2] == '/';
  }

  private static boolean hasDoubleStar(byte[] path) {
    for (int i = 1; i < path.length; i++) {
      if (path[i - 1] == '*' && path[i] == '*') {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] path, int from, char wanted) {
    for (int i = from; i < path.length; i++) {
      if (path[i] == wanted) {
        return true;
      }
    }
    return false;
  }
}
