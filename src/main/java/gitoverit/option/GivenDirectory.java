package gitoverit.option;

import gitoverit.git.config.ConfigEntry;
import org.jspecify.annotations.Nullable;

/// A directory to search, as the command line or `gitoverit.root` gives it.
///
/// @param name its path
/// @param setting the setting that gives it; null for the command line
record GivenDirectory(String name, @Nullable ConfigEntry setting) {
  UsageException wrong(String problem) {
    return new UsageException(setting == null ? problem : GivenOption.at(setting, problem));
  }
}
