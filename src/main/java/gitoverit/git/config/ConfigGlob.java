package gitoverit.git.config;

import gitoverit.git.GitText;
import gitoverit.git.ignore.Wildmatch;

/// Matches the patterns of conditional includes.
final class ConfigGlob {
  private ConfigGlob() {}

  /// Returns whether `pattern` matches all of `text`, no wildcard but `**` crossing a slash.
  static boolean matches(String pattern, String text, boolean ignoreCase) {
    byte[] glob = GitText.encode(pattern);
    byte[] bytes = GitText.encode(text);
    int flags = Wildmatch.PATHNAME | (ignoreCase ? Wildmatch.CASEFOLD : 0);
    return Wildmatch.matches(glob, 0, bytes, 0, bytes.length, flags);
  }
}
