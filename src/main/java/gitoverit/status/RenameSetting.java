package gitoverit.status;

import gitoverit.git.config.GitConfig;
import org.jspecify.annotations.Nullable;

/// The settings of rename detection, `status.renames` and `diff.renames`.
final class RenameSetting {
  private RenameSetting() {}

  /// Returns whether `git status` detects renames, and nothing else such as copies.
  static boolean isOrdinaryInStatus(GitConfig config) {
    String setting = config.get("status.renames");
    return isOrdinary(setting == null ? config.get("diff.renames") : setting);
  }

  /// Returns whether `git diff` detects renames, and nothing else such as copies.
  static boolean isOrdinaryInDiff(GitConfig config) {
    return isOrdinary(config.get("diff.renames"));
  }

  private static boolean isOrdinary(@Nullable String setting) {
    return setting == null || setting.equalsIgnoreCase("true");
  }
}
