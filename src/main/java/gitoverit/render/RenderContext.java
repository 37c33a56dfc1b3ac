package gitoverit.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a row is shown relative to: a place, a zone and a time.
///
/// @param cwd the current directory, absolute
/// @param home the home directory, absolute; null when there is none
/// @param zone the zone of the times in the table, found out when there is one to show
/// @param now the time of the run
public record RenderContext(Path cwd, @Nullable Path home, Supplier<TimeZone> zone, Instant now) {

  /// Returns how `path` is shown: relative to the current directory, else `~/…` below the home
  /// directory, else absolute.
  DisplayPath displayPath(Path path) {
    if (path.startsWith(cwd)) {
      return below("", ".", cwd, path);
    }
    return home != null && path.startsWith(home)
        ? below("~/", "~", home, path)
        : new DisplayPath("", path);
  }

  private static DisplayPath below(String prefix, String itself, Path directory, Path path) {
    Path rest = directory.relativize(path);
    return new DisplayPath(path.equals(directory) ? itself : prefix, rest);
  }
}
