package gitoverit.row;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The context in which a row is shown: a place, a time zone and a time.
///
/// @param cwd the current directory, absolute
/// @param home the home directory, absolute; null if there is none
/// @param zone the zone of the times in the table, determined only when one is shown
/// @param now the time of the run
/// @param identities beginnings of identities, with their replacements
public record RowContext(
    Path cwd,
    @Nullable Path home,
    Supplier<TimeZone> zone,
    Instant now,
    Map<String, String> identities) {

  /// Creates a context that shows identities unchanged.
  public RowContext(Path cwd, @Nullable Path home, Supplier<TimeZone> zone, Instant now) {
    this(cwd, home, zone, now, Map.of());
  }

  /// Returns this context with another time.
  public RowContext at(Instant time) {
    return new RowContext(cwd, home, zone, time, identities);
  }

  /// Returns the displayed form of an identity: its longest configured beginning is replaced.
  public String displayIdent(String ident) {
    String longest = "";
    for (String beginning : identities.keySet()) {
      if (ident.startsWith(beginning) && beginning.length() > longest.length()) {
        longest = beginning;
      }
    }
    return identities.getOrDefault(longest, "") + ident.substring(longest.length());
  }

  /// Returns the displayed form of `path`: relative to the current directory, else `~/…` below the
  /// home directory, else absolute.
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
