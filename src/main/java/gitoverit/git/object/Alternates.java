package gitoverit.git.object;

import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the other directories from which a repository takes objects (`gitrepository-layout`,
/// `objects/info/alternates`): each line is a path, relative to the object directory and optionally
/// quoted, or a comment.
public final class Alternates {
  /// The number of steps from alternate to alternate that git follows.
  private static final int DEEPEST = 5;

  private static final int LIMIT = 1 << 20;
  private static final String ESCAPES = "abtnvfr";

  private final FileAccess files;
  private final List<Path> found = new ArrayList<>();

  private Alternates(FileAccess files) {
    this.files = files;
  }

  /// Returns all alternates of an object directory, and their alternates.
  public static List<Path> of(FileAccess files, Path objects) throws IOException {
    Alternates alternates = new Alternates(files);
    alternates.collect(objects, 0);
    alternates.found.remove(objects);
    return alternates.found;
  }

  private void collect(Path objects, int depth) throws IOException {
    byte[] bytes = depth > DEEPEST ? null : files.read(objects.resolve("info/alternates"), LIMIT);
    if (bytes == null) {
      return;
    }
    for (int start = 0; start < bytes.length; ) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end > start && bytes[start] != '#') {
        add(objects, entry(bytes, start, end), depth);
      }
      start = end + 1;
    }
  }

  private static byte[] entry(byte[] bytes, int start, int end) {
    byte[] unquoted = bytes[start] == '"' ? unquote(bytes, start, end) : null;
    return unquoted == null ? Arrays.copyOfRange(bytes, start, end) : unquoted;
  }

  private void add(Path objects, byte[] entry, int depth) throws IOException {
    for (byte b : entry) {
      if (b == 0) {
        return;
      }
    }
    Path alternate;
    try {
      alternate =
          entry[0] == '/'
              ? PathBytes.ofAbsolute(entry)
              : PathBytes.resolve(files.realPath(objects), entry);
    } catch (NoSuchFileException _) {
      return;
    }
    Path path = alternate.normalize();
    if (!found.contains(path) && !path.equals(objects)) {
      found.add(path);
      collect(path, depth + 1);
    }
  }

  /// Undoes the quoting of git's `quote_c_style`; null if it is not well-formed, in which case the
  /// line itself is the path.
  private static byte @Nullable [] unquote(byte[] bytes, int start, int end) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int at = start + 1;
    while (at < end && bytes[at] != '"') {
      int value = bytes[at++];
      if (value == '\\') {
        value = at < end ? escaped(bytes, at, end) : -1;
        if (value < 0) {
          return null;
        }
        at += isOctal(bytes[at]) ? 3 : 1;
      }
      text.write(value);
    }
    boolean closed = at == end - 1 && text.size() > 0;
    return closed ? text.toByteArray() : null;
  }

  /// Returns the byte that a backslash and the characters at `at` mean; -1 if they mean none.
  private static int escaped(byte[] bytes, int at, int end) {
    byte escape = bytes[at];
    if (escape == '"' || escape == '\\') {
      return escape;
    }
    int control = ESCAPES.indexOf(escape);
    if (control >= 0) {
      return "\u0007\b\t\n\u000B\f\r".charAt(control);
    }
    boolean octal =
        end - at >= 3
            && escape <= '3'
            && isOctal(escape)
            && isOctal(bytes[at + 1])
            && isOctal(bytes[at + 2]);
    return octal ? (escape - '0') << 6 | (bytes[at + 1] - '0') << 3 | (bytes[at + 2] - '0') : -1;
  }

  private static boolean isOctal(byte b) {
    return b >= '0' && b <= '7';
  }
}
