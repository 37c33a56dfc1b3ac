package gitoverit.row;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a row is shown relative to: a place, a zone and a time.
///
/// @param cwd the current directory, absolute
/// @param home the home directory, absolute; null when there is none
/// @param zone the zone of the times in the table, found out when there is one to show
/// @param now the time of the run
/// @param identities beginnings of identities, and what is shown for them
public record RowContext(
    Path cwd,
    @Nullable Path home,
    Supplier<TimeZone> zone,
    Instant now,
    Map<String, String> identities) {

  /// Makes one in which identities are shown as they are.
  public RowContext(Path cwd, @Nullable Path home, Supplier<TimeZone> zone, Instant now) {
    this(cwd, home, zone, now, Map.of());
  }

  /// Returns the same at another time.
  public RowContext at(Instant time) {
    return new RowContext(cwd, home, zone, time, identities);
  }

  /// Returns how an identity is shown: the longest beginning that is to be replaced is.
  public String displayIdent(String ident) {
    String longest = "";
    for (String beginning : identities.keySet()) {
      if (ident.startsWith(beginning) && beginning.length() > longest.length()) {
        longest = beginning;
      }
    }
    return identities.getOrDefault(longest, "") + ident.substring(longest.length());
  }

  /// Returns how `path` is shown: relative to the current directory, else `~/…` below the home
  /// directory, else absolute.
  public DisplayPath displayPath(Path path) {
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
