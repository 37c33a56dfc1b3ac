package gitoverit.git.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of one file, or of the command line, before any `include` in it is followed.
///
/// @param path the file; null when it is none
/// @param shared whether it belongs to the user or the system, and so to every repository
/// @param entries its settings in their order
/// @param including whether any entry is an `include` or `includeIf`
record ConfigSource(
    @Nullable Path path, boolean shared, List<ConfigEntry> entries, boolean including) {
  /// A source without settings; also what a missing file is.
  static final ConfigSource EMPTY = of(null, true, List.of());

  /// Makes one, looking for includes.
  static ConfigSource of(@Nullable Path path, boolean shared, List<ConfigEntry> entries) {
    boolean including = false;
    for (ConfigEntry entry : entries) {
      including |= entry.key().startsWith("include");
    }
    return new ConfigSource(path, shared, entries, including);
  }
}
