package gitoverit.git.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.fs.PathBytes;
import gitoverit.git.UnprovenException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Turns the bytes of keys and values into text and back, without loss.
///
/// Text is UTF-8. A byte that is not part of any UTF-8 character, say `0xE9`, becomes the lone
/// surrogate `U+DCE9`, which decoding UTF-8 never yields; so text that people wrote shows as they
/// wrote it, and a path in another encoding still names its file.
final class ConfigText {
  private static final int ESCAPE = 0xDC00;

  private ConfigText() {}

  /// Returns the text of the first `length` bytes, or of those before a NUL: like git, which reads
  /// them as C strings.
  static String decode(byte[] bytes, int length) {
    int end = 0;
    int all = 0;
    while (end < length && bytes[end] != 0) {
      all |= bytes[end++];
    }
    if (all >= 0) {
      return new String(bytes, 0, end, ISO_8859_1);
    }
    String text = new String(bytes, 0, end, UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : decodeEscaping(bytes, end);
  }

  private static String decodeEscaping(byte[] bytes, int length) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(length);
    for (CoderResult result = decoder.decode(in, out, true);
        result.isMalformed();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE + (in.get() & 0xFF)));
      }
    }
    return out.flip().toString();
  }

  /// Returns the bytes that `text` was decoded from.
  static byte[] encode(String text) {
    if (!hasEscape(text)) {
      return text.getBytes(UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isEscape(c)) {
        bytes.write(c - ESCAPE);
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static boolean hasEscape(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isEscape(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscape(int c) {
    return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF;
  }

  /// Returns the path of these bytes; a relative one stays relative.
  ///
  /// @throws UnprovenException if Java cannot name such a file: a relative path that is not UTF-8,
  ///   or one beyond the character set of the locale
  static Path path(String text) throws UnprovenException {
    boolean absolute = text.startsWith("/");
    if (!absolute && hasEscape(text)) {
      throw noPath(text);
    }
    try {
      return absolute ? PathBytes.ofAbsolute(encode(text)) : Path.of(text);
    } catch (InvalidPathException _) {
      throw noPath(text);
    }
  }

  /// Returns the path of these bytes, which are relative, taken from `directory`.
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
    return new UnprovenException("path that Java cannot name: " + text);
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

  /// Returns whether `c` may stand in the name of a section or variable.
  static boolean isKeyChar(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }

  /// Returns `c` in lower case if it is an ASCII letter.
  static int toLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
