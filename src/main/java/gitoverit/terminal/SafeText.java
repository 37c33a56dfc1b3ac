package gitoverit.terminal;

import gitoverit.fs.PathBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Makes text from repositories safe to show: it cannot control the terminal.
///
/// A text with a control character, a bidirectional or other format control, a line separator or
/// bytes that are not UTF-8 is written as git writes such a path (`core.quotePath`,
/// `quote_c_style`): in double quotes, with `\a \b \t \n \v \f \r \" \\` for those characters and
/// three octal digits for every other byte that cannot be shown. Characters that can be shown stay.
/// A text that itself begins with `"` is quoted too, so that quoted and plain text are distinct and
/// a program can decode both.
public final class SafeText {
  private static final String LETTERS = "abtnvfr";

  private SafeText() {}

  /// Returns `text`, quoted if necessary.
  public static String of(String text) {
    return isSafe(text) ? text : quote(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Returns the text of these bytes, quoted if necessary.
  public static String of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return isSafe(text) && isUtf8(text, bytes) ? text : quote(bytes);
  }

  /// Returns the text of a path, quoted if necessary.
  public static String of(Path path) {
    return PathBytes.isText(path) ? of(path.toString()) : of(PathBytes.of(path));
  }

  /// Returns the text of these bytes for a program that reads JSON or CSV: unchanged, but quoted if
  /// it is not UTF-8 or begins with `"`.
  public static String forPrograms(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return !text.startsWith("\"") && isUtf8(text, bytes) ? text : quote(bytes);
  }

  /// Returns these bytes in double quotes, as git quotes them.
  static String quote(byte[] bytes) {
    StringBuilder quoted = new StringBuilder(bytes.length + 8).append('"');
    for (int i = 0; i < bytes.length; ) {
      String character = characterAt(bytes, i);
      if (character.isEmpty()) {
        appendByte(quoted, bytes[i++] & 0xFF);
      } else {
        quoted.append(character);
        i += sequenceLength(bytes[i]);
      }
    }
    return quoted.append('"').toString();
  }

  /// Returns the character beyond ASCII at `start`; empty when there is none that can be shown.
  private static String characterAt(byte[] bytes, int start) {
    int length = sequenceLength(bytes[start]);
    if (length == 1 || start + length > bytes.length) {
      return "";
    }
    byte[] sequence = Arrays.copyOfRange(bytes, start, start + length);
    String character = new String(sequence, StandardCharsets.UTF_8);
    boolean one = character.codePointCount(0, character.length()) == 1;
    return one && isUtf8(character, sequence) && isSafe(character) ? character : "";
  }

  private static void appendByte(StringBuilder quoted, int b) {
    if (b == '"' || b == '\\') {
      quoted.append('\\').append((char) b);
    } else if (b >= 0x20 && b < 0x7F) {
      quoted.append((char) b);
    } else if (b >= 7 && b < 7 + LETTERS.length()) {
      quoted.append('\\').append(LETTERS.charAt(b - 7));
    } else {
      quoted.append('\\').append((char) ('0' + (b >> 6)));
      quoted.append((char) ('0' + ((b >> 3) & 7))).append((char) ('0' + (b & 7)));
    }
  }

  /// Returns the length of the UTF-8 sequence that a first byte announces.
  private static int sequenceLength(byte first) {
    int b = first & 0xFF;
    return b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  }

  private static boolean isUtf8(String decoded, byte[] bytes) {
    return decoded.indexOf('\uFFFD') < 0
        || Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static boolean isSafe(String text) {
    if (text.startsWith("\"")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && !isHarmless(text.codePointAt(i)))) {
        return false;
      }
      i += Character.isHighSurrogate(c) ? 1 : 0;
    }
    return true;
  }

  /// Returns whether a character has no effect other than to be shown. The joiners U+200C and
  /// U+200D are part of ordinary words and emoji.
  public static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SURROGATE -> false;
      default -> true;
    };
  }
}
