package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One pass over all sources of one repository's configuration that inserts the content of each
/// included file at the include (`git-config`, "Includes").
///
/// An `includeIf.hasconfig:remote.*.url` depends on the URLs of the whole configuration. A second
/// pass reads them; it treats every such condition as true, and no conditionally included file may
/// set a URL.
final class ConfigSequence implements IncludeCondition.RemoteUrls {
  private static final int MAX_DEPTH = 10;

  private final ConfigFiles files;
  private final @Nullable RepositoryLayout layout;
  private final boolean collectingUrls;
  private final List<ConfigEntry> entries = new ArrayList<>(64);
  private final IncludeCondition condition;
  private int depth;
  private boolean urlsForbidden;

  /// Prepares the pass that reads the configuration.
  ///
  /// @param layout the repository; null for none
  ConfigSequence(ConfigFiles files, @Nullable RepositoryLayout layout) {
    this(files, layout, false);
  }

  private ConfigSequence(
      ConfigFiles files, @Nullable RepositoryLayout layout, boolean collectingUrls) {
    this.files = files;
    this.layout = layout;
    this.collectingUrls = collectingUrls;
    condition = new IncludeCondition(files, layout, collectingUrls ? null : this);
  }

  /// Returns the configuration; called once.
  GitConfig read() throws IOException {
    for (ConfigSource source : files.userSources()) {
      add(source);
    }
    List<ConfigEntry> own = List.of();
    if (layout != null) {
      ConfigSource local = files.source(layout.commonDir().resolve("config"), false);
      add(local);
      ConfigSource worktree = worktreeSource(files, layout, local);
      add(worktree);
      own = own(local, worktree);
    }
    add(files.commandLine());
    return new GitConfig(entries, own, files.home());
  }

  /// Reads the settings of the repository's own files, as in [GitConfig#own()].
  static List<ConfigEntry> readOwn(ConfigFiles files, RepositoryLayout layout) throws IOException {
    ConfigSource local = files.source(layout.commonDir().resolve("config"), false);
    return own(local, worktreeSource(files, layout, local));
  }

  private static ConfigSource worktreeSource(
      ConfigFiles files, RepositoryLayout layout, ConfigSource local) throws IOException {
    return hasWorktreeConfig(local)
        ? files.source(layout.gitDir().resolve("config.worktree"), false)
        : ConfigSource.EMPTY;
  }

  /// Only these settings of a worktree's own file count for the kind of the repository.
  private static List<ConfigEntry> own(ConfigSource local, ConfigSource worktree) {
    List<ConfigEntry> all = new ArrayList<>(local.entries());
    for (ConfigEntry entry : worktree.entries()) {
      if (entry.key().equals("core.bare") || entry.key().equals("core.worktree")) {
        all.add(entry);
      }
    }
    return all;
  }

  /// Returns whether git reads `config.worktree`: the repository's own file decides, without its
  /// includes, and only if it states a format version.
  private static boolean hasWorktreeConfig(ConfigSource local) throws GitFormatException {
    GitConfig own = GitConfig.ofFile(local.entries());
    return own.getBoolean("extensions.worktreeconfig", false)
        && own.getInt("core.repositoryformatversion", -1) >= 0;
  }

  private void add(ConfigSource source) throws IOException {
    if (!source.including() && !urlsForbidden) {
      entries.addAll(source.entries());
      return;
    }
    for (ConfigEntry entry : source.entries()) {
      if (urlsForbidden) {
        requireNoRemoteUrl(entry);
      }
      entries.add(entry);
      if (entry.key().equals("include.path")) {
        include(source, entry);
      } else if (entry.key().startsWith("includeif.")) {
        includeIf(source, entry);
      }
    }
  }

  private void includeIf(ConfigSource source, ConfigEntry entry) throws IOException {
    String text = entry.subsection("includeif");
    if (text != null && condition.holds(text, source) && entry.isNamed("path")) {
      boolean outer = urlsForbidden;
      urlsForbidden |= collectingUrls;
      include(source, entry);
      urlsForbidden = outer;
    }
  }

  private void include(ConfigSource source, ConfigEntry entry) throws IOException {
    ConfigSource included = files.source(includedPath(source, entry), source.shared());
    if (included.path() == null) {
      return;
    }
    if (depth == MAX_DEPTH) {
      throw entry.invalid("exceeds the include depth of " + MAX_DEPTH);
    }
    depth++;
    add(included);
    depth--;
  }

  private Path includedPath(ConfigSource source, ConfigEntry entry) throws IOException {
    String text = HomePath.expand(entry.required(), files.home());
    if (text == null) {
      throw entry.invalid("needs the home directory, but HOME is not set");
    }
    // A final slash means a directory; Path would drop it and find a file.
    String name = text.endsWith("/") || text.isEmpty() ? text + "." : text;
    if (name.startsWith("/")) {
      return ConfigText.path(name);
    }
    Path file = source.path();
    if (file == null) {
      throw entry.invalid("is relative and does not come from a file");
    }
    return ConfigText.resolve(file.resolveSibling(""), name);
  }

  private static void requireNoRemoteUrl(ConfigEntry entry) throws GitFormatException {
    if (isRemoteUrl(entry)) {
      throw entry.invalid("must not be in a conditionally included file: a condition needs it");
    }
  }

  private static boolean isRemoteUrl(ConfigEntry entry) {
    return entry.isNamed("url") && entry.subsection("remote") != null;
  }

  /// Reads the URLs in a second pass.
  @Override
  public List<String> remoteUrls() throws IOException {
    List<String> urls = new ArrayList<>();
    for (ConfigEntry entry : new ConfigSequence(files, layout, true).read()) {
      if (isRemoteUrl(entry)) {
        urls.add(entry.required());
      }
    }
    return urls;
  }
}
