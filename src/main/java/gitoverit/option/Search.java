package gitoverit.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The scope of the search.
///
/// @param starts existing directories, as real paths
/// @param includeIgnored whether to list nested repositories that their parent ignores
/// @param bare whether to list bare repositories
/// @param depth the number of levels to search below a start
/// @param excludes globs of directories to skip
public record Search(
    List<Path> starts, boolean includeIgnored, boolean bare, int depth, List<String> excludes) {

  static Search of(GivenOptions given, List<Path> starts) throws UsageException {
    return new Search(
        starts,
        given.has(Flag.INCLUDE_IGNORED),
        given.has(Flag.BARE),
        given.value(Flag.DEPTH, Integer.class, Integer.MAX_VALUE),
        excludes(given));
  }

  private static List<String> excludes(GivenOptions given) throws UsageException {
    List<String> globs = new ArrayList<>();
    for (GivenOption glob : given.all(Flag.EXCLUDE)) {
      globs.add((String) glob.value());
    }
    return globs;
  }
}
