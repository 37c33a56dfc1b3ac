package gitoverit.row;

import gitoverit.fs.PathBytes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/// The order in which a search below one directory finds repositories: a directory before what is
/// in it, names in byte order. It differs from the byte order of whole paths where a name contains
/// a byte below `/`: `a/b` comes before `a-b`.
public final class SearchOrder implements Comparator<Path> {
  /// The one there is.
  public static final SearchOrder INSTANCE = new SearchOrder();

  private SearchOrder() {}

  @Override
  public int compare(Path a, Path b) {
    return compare(key(a), key(b));
  }

  /// Returns bytes that compare as the path does: `/` as the lowest of all.
  static byte[] key(Path path) {
    byte[] bytes = PathBytes.of(path);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '/' ? 0 : bytes[i];
    }
    return bytes;
  }

  static int compare(byte[] a, byte[] b) {
    return Arrays.compareUnsigned(a, b);
  }
}
