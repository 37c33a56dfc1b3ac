package gitoverit.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Converts the bytes of names and values in git's files to text and back, without loss.
///
/// Text is UTF-8. A byte that is not part of any UTF-8 character, such as `0xE9`, becomes the lone
/// surrogate `U+DCE9`, which decoding UTF-8 never yields; so valid text is shown as it was written,
/// and a name in another encoding still names its file.
public final class GitText {
  private static final int ESCAPE = 0xDC00;

  private GitText() {}

  /// Returns the text of the first `length` bytes, or of those before a NUL: like git, which reads
  /// them as C strings.
  public static String decode(byte[] bytes, int length) {
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
  public static byte[] encode(String text) {
    if (isUtf8(text)) {
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

  /// Returns whether `text` was decoded from valid UTF-8 only.
  public static boolean isUtf8(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isEscape(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(int c) {
    return c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF;
  }
}
