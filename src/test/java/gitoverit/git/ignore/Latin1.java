package gitoverit.git.ignore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Bytes written as text, one character a byte, so that tests can show any name and pattern.
final class Latin1 {
  private Latin1() {}

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }
}
