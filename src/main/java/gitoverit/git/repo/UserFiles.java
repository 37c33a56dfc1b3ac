package gitoverit.git.repo;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The default locations of the user's files, which git uses when no setting names them
/// (`gitignore(5)`, `gitattributes(5)`).
public final class UserFiles {
  private UserFiles() {}

  /// Returns the default path of a file; a relative path is relative to the directory in which git
  /// runs. Null when there is no home directory.
  ///
  /// @param name such as `ignore`
  public static @Nullable Path usual(String name, Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (!xdg.isEmpty()) {
      return Path.of(xdg, "git", name);
    }
    String home = environment.get("HOME");
    // An empty home directory means the root.
    return home == null ? null : Path.of(home + "/.config/git", name);
  }
}
