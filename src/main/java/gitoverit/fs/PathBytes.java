package gitoverit.fs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Converts paths to bytes and back.
///
/// A Unix path is a sequence of bytes; Java converts it to text and loses bytes that are not UTF-8.
/// The `file:` URI of the path escapes each byte and loses none, so it is used where the text is
/// not exact.
public final class PathBytes {
  private static final char REPLACEMENT = '\uFFFD';

  private PathBytes() {}

  /// Returns the bytes of `path` as the system knows them.
  public static byte[] of(Path path) {
    String text = path.toString();
    if (text.indexOf(REPLACEMENT) < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] absolute = unescape(path.toUri().getRawPath());
    if (path.isAbsolute()) {
      return absolute;
    }
    byte[] parent = of(Path.of("").toAbsolutePath());
    int start = parent.length == 1 ? 1 : parent.length + 1;
    return Arrays.copyOfRange(absolute, start, absolute.length);
  }

  /// Returns whether the text of `path` represents its bytes exactly.
  public static boolean isText(Path path) {
    return path.toString().indexOf(REPLACEMENT) < 0;
  }

  /// Resolves a relative path given as bytes against `directory`.
  public static Path resolve(Path directory, byte[] relative) {
    String text = new String(relative, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return directory.resolve(text);
    }
    byte[] parent = of(directory.toAbsolutePath());
    byte[] whole = new byte[parent.length + 1 + relative.length];
    System.arraycopy(parent, 0, whole, 0, parent.length);
    whole[parent.length] = '/';
    System.arraycopy(relative, 0, whole, parent.length + 1, relative.length);
    return ofAbsolute(whole);
  }

  /// Resolves a relative path, given as bytes from `from` to `to`, against `directory`.
  public static Path resolve(Path directory, byte[] bytes, int from, int to) {
    return resolve(directory, Arrays.copyOfRange(bytes, from, to));
  }

  /// Returns the absolute path of these bytes.
  public static Path ofAbsolute(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? Path.of(text) : Path.of(URI.create(escape(bytes)));
  }

  private static String escape(byte[] bytes) {
    StringBuilder uri = new StringBuilder("file://");
    for (byte b : bytes) {
      if (b == '/' || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')) {
        uri.append((char) b);
      } else {
        uri.append('%').append(Character.forDigit((b >> 4) & 15, 16));
        uri.append(Character.forDigit(b & 15, 16));
      }
    }
    return uri.toString();
  }

  private static byte[] unescape(String raw) {
    byte[] bytes = new byte[raw.length()];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes[length++] = (byte) Integer.parseInt(raw, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    boolean directory = length > 1 && bytes[length - 1] == '/';
    return Arrays.copyOf(bytes, directory ? length - 1 : length);
  }
}
