package gitoverit.git.repo;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where git looks for files of the user's when no setting names them (`gitignore(5)`,
/// `gitattributes(5)`).
public final class UserFiles {
  private UserFiles() {}

  /// Returns where the file of a name is, which may be relative: then to where git runs. Null when
  /// there is no home.
  ///
  /// @param name such as `ignore`
  public static @Nullable Path usual(String name, Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (!xdg.isEmpty()) {
      return Path.of(xdg, "git", name);
    }
    String home = environment.get("HOME");
    // An empty one leads to the root.
    return home == null ? null : Path.of(home + "/.config/git", name);
  }
}
