package gitoverit.option;

import gitoverit.git.config.ConfigEntry;
import org.jspecify.annotations.Nullable;

/// A directory to search, from the command line or from `gitoverit.root`.
///
/// @param name its path
/// @param setting the setting that gives it; null for the command line
record GivenDirectory(String name, @Nullable ConfigEntry setting) {
  UsageException wrong(String problem) {
    return new UsageException(setting == null ? problem : GivenOption.at(setting, problem));
  }
}
