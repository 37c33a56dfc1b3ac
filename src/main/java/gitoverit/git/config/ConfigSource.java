package gitoverit.git.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The settings of one file, or of the command line, before any `include` in it is followed.
///
/// @param path the file; null when the source is not a file
/// @param shared whether it belongs to the user or the system, and so to every repository
/// @param entries its settings in their order
/// @param including whether any entry is an `include` or `includeIf`
record ConfigSource(
    @Nullable Path path, boolean shared, List<ConfigEntry> entries, boolean including) {
  /// A source without settings, such as a missing file.
  static final ConfigSource EMPTY = of(null, true, List.of());

  /// Creates a source and searches its entries for includes.
  static ConfigSource of(@Nullable Path path, boolean shared, List<ConfigEntry> entries) {
    boolean including = false;
    for (ConfigEntry entry : entries) {
      including |= entry.key().startsWith("include");
    }
    return new ConfigSource(path, shared, entries, including);
  }
}
