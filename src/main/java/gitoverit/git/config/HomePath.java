package gitoverit.git.config;

import gitoverit.git.UnprovenException;
import org.jspecify.annotations.Nullable;

/// Expands the `~` at the start of a path value (`git-config`, "pathname").
final class HomePath {
  private HomePath() {}

  /// Returns `path` with a leading `~` replaced; null when this needs a home directory that is not
  /// known, which is an error for git.
  ///
  /// @param home the value of `HOME`, null when it is not set; git knows no other home
  /// @throws UnprovenException if it names another user's home directory or the installation of git
  static @Nullable String expand(String path, @Nullable String home) throws UnprovenException {
    if (path.startsWith("%(prefix)/")) {
      throw new UnprovenException(
          "a configured path is relative to the installation of git: " + path);
    }
    if (!path.startsWith("~")) {
      return path;
    }
    if (path.length() > 1 && path.charAt(1) != '/') {
      throw new UnprovenException(
          "a configured path is in the home directory of another user: " + path);
    }
    return home == null ? null : home + path.substring(1);
  }
}
