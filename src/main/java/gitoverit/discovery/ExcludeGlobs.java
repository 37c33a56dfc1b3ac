package gitoverit.discovery;

import gitoverit.fs.PathBytes;
import gitoverit.git.ignore.Wildmatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The globs of `--exclude`: one with a slash is matched against the path of a directory below the
/// start of the search, any other against its name. Wildcards are those of gitignore.
final class ExcludeGlobs {
  private final List<byte[]> globs;

  ExcludeGlobs(List<String> globs) {
    this.globs = globs.stream().map(ExcludeGlobs::withoutOuterSlashes).toList();
  }

  private static byte[] withoutOuterSlashes(String glob) {
    int from = glob.startsWith("/") ? 1 : 0;
    int to = glob.length() > from && glob.endsWith("/") ? glob.length() - 1 : glob.length();
    return glob.substring(from, to).getBytes(StandardCharsets.UTF_8);
  }

  /// Returns whether there is no glob.
  boolean isEmpty() {
    return globs.isEmpty();
  }

  /// Returns whether a directory is excluded.
  ///
  /// @param start the start of the search
  /// @param directory the directory, below `start`
  /// @param name its name
  boolean match(Path start, Path directory, byte[] name) {
    return !globs.isEmpty() && matching(start, directory, name) != null;
  }

  /// Returns the glob that excludes a directory; null when none does.
  @Nullable String matching(Path start, Path directory, byte[] name) {
    for (byte[] glob : globs) {
      byte[] text = hasSlash(glob) ? PathBytes.of(start.relativize(directory)) : name;
      if (Wildmatch.matches(glob, 0, text, 0, text.length, Wildmatch.PATHNAME)) {
        return new String(glob, StandardCharsets.UTF_8);
      }
    }
    return null;
  }

  private static boolean hasSlash(byte[] glob) {
    for (byte b : glob) {
      if (b == '/') {
        return true;
      }
    }
    return false;
  }
}
