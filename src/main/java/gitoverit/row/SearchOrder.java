package gitoverit.row;

import gitoverit.fs.PathBytes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The order of the search: one start after the other, a directory before its contents, names in
/// byte order. It differs from the byte order of whole paths if a name contains a byte below `/`:
/// `a/b` comes before `a-b`.
///
/// @param starts the directories at which the search starts
public record SearchOrder(List<Path> starts) implements Comparator<Path> {
  private static final int START_BYTES = 4;

  @Override
  public int compare(Path a, Path b) {
    return Arrays.compareUnsigned(key(a), key(b));
  }

  /// Returns bytes that sort as the path does: the position of its start, then the path with `/` as
  /// the lowest byte.
  byte[] key(Path path) {
    byte[] bytes = PathBytes.of(path);
    byte[] key = new byte[START_BYTES + bytes.length];
    int start = startOf(path);
    for (int i = 0; i < START_BYTES; i++) {
      key[i] = (byte) (start >>> (8 * (START_BYTES - 1 - i)));
    }
    for (int i = 0; i < bytes.length; i++) {
      key[START_BYTES + i] = bytes[i] == '/' ? 0 : bytes[i];
    }
    return key;
  }

  /// Returns the position of the first start that contains `path` or is inside it.
  private int startOf(Path path) {
    for (int i = 0; i < starts.size(); i++) {
      if (path.startsWith(starts.get(i)) || starts.get(i).startsWith(path)) {
        return i;
      }
    }
    return starts.size();
  }
}
