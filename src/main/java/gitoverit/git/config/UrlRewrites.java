package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `url.<base>.insteadOf` settings, or those of `pushInsteadOf`: bases in order of their first
/// appearance, each with the prefixes that it replaces.
///
/// @param prefixes the prefixes of each base
record UrlRewrites(Map<String, List<String>> prefixes) {

  /// Collects the settings of one name.
  ///
  /// @param name `insteadof` or `pushinsteadof`
  static UrlRewrites of(GitConfig config, String name) throws GitFormatException {
    Map<String, List<String>> prefixes = new LinkedHashMap<>();
    for (ConfigEntry entry : config) {
      String base = entry.isNamed(name) ? entry.subsection("url") : null;
      if (base != null) {
        prefixes.computeIfAbsent(base, _ -> new ArrayList<>()).add(entry.required());
      }
    }
    return new UrlRewrites(prefixes);
  }

  /// Returns `url` with its longest known prefix replaced, the first of equally long ones; null
  /// when no prefix fits.
  @Nullable String rewrite(String url) {
    String bestBase = null;
    String best = "";
    for (Map.Entry<String, List<String>> base : prefixes.entrySet()) {
      for (String prefix : base.getValue()) {
        if (url.startsWith(prefix) && (bestBase == null || prefix.length() > best.length())) {
          bestBase = base.getKey();
          best = prefix;
        }
      }
    }
    return bestBase == null ? null : bestBase + url.substring(best.length());
  }
}
