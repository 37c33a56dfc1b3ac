package gitoverit.git.config;

import static gitoverit.git.GitText.encode;

import gitoverit.fs.PathBytes;
import gitoverit.git.GitText;
import gitoverit.git.UnprovenException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The meaning of text in the configuration: paths, and the character classes of git's own `ctype`.
final class ConfigText {
  private ConfigText() {}

  /// Returns the path of these bytes; a relative one stays relative.
  ///
  /// @throws UnprovenException if Java cannot name such a file: a relative path that is not UTF-8,
  ///   or one that the character set of the locale cannot represent
  static Path path(String text) throws UnprovenException {
    boolean absolute = text.startsWith("/");
    if (!absolute && !GitText.isUtf8(text)) {
      throw noPath(text);
    }
    try {
      return absolute ? PathBytes.ofAbsolute(encode(text)) : Path.of(text);
    } catch (InvalidPathException _) {
      throw noPath(text);
    }
  }

  /// Returns the path of these bytes, a relative path, resolved against `directory`.
  ///
  /// @throws UnprovenException if Java cannot name such a file
  static Path resolve(Path directory, String text) throws UnprovenException {
    try {
      return PathBytes.resolve(directory, encode(text));
    } catch (InvalidPathException _) {
      throw noPath(text);
    }
  }

  private static UnprovenException noPath(String text) {
    return new UnprovenException("a configured path cannot be represented: " + text);
  }

  /// Returns the text without white space at either end.
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// Returns whether git's `isspace` holds: unlike C's, neither form feed nor vertical tab.
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// Returns whether `c` is an ASCII letter.
  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Returns whether `c` may occur in the name of a section or variable.
  static boolean isKeyChar(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }

  /// Returns `c` in lower case if it is an ASCII letter.
  static int toLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
