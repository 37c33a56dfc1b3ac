package gitoverit.git.config;

import static java.util.Objects.requireNonNullElse;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Reads the configuration of many repositories, in git's order: system, user, repository,
/// worktree, environment (`git-config`, "FILES" and "ENVIRONMENT").
///
/// The files that all repositories have in common are read and parsed once and shared; their
/// conditional includes are decided for each repository. Safe for use by many threads.
public final class ConfigFiles implements ConfigReader {
  /// The system's configuration file in most builds of git for Linux. Other builds use another one,
  /// such as `/opt/homebrew/etc/gitconfig` or a file inside Xcode; `git config --system --list
  /// --show-origin` shows it.
  public static final String SYSTEM_FILE = "/etc/gitconfig";

  /// The largest accepted file, in bytes; no configuration written by hand or by git is as large.
  private static final int LIMIT = 16 << 20;

  private final FileAccess files;
  private final Map<String, String> environment;
  private final String systemFile;
  private final Map<Path, ConfigSource> shared = new ConcurrentHashMap<>();
  private volatile @Nullable List<ConfigSource> userSources;
  private volatile @Nullable ConfigSource commandLine;

  /// Creates a reader for a git that keeps the system's configuration in [#SYSTEM_FILE].
  ///
  /// @param environment the environment of the process, of which git reads `HOME`,
  ///   `XDG_CONFIG_HOME` and `GIT_CONFIG_…`
  public ConfigFiles(FileAccess files, Map<String, String> environment) {
    this(files, environment, SYSTEM_FILE);
  }

  /// Creates a reader for a git with another file for the system's configuration.
  ///
  /// @param systemFile the system's configuration, unless `GIT_CONFIG_SYSTEM` names another file
  public ConfigFiles(FileAccess files, Map<String, String> environment, String systemFile) {
    this.files = files;
    this.environment = environment;
    this.systemFile = systemFile;
  }

  /// Returns the configuration of one repository, or of one of its worktrees.
  ///
  /// @throws GitFormatException if any file of it is malformed
  /// @throws gitoverit.git.UnprovenException if it depends on something that only git knows
  /// @throws IOException if a file exists and cannot be read
  @Override
  public GitConfig read(RepositoryLayout layout) throws IOException {
    return new ConfigSequence(this, layout).read();
  }

  /// Returns the settings of the repository's own files, without their includes: see
  /// [GitConfig#own()].
  public List<ConfigEntry> readOwn(RepositoryLayout layout) throws IOException {
    return ConfigSequence.readOwn(this, layout);
  }

  /// Returns the configuration outside of any repository: that of system, user and environment. It
  /// is also the only configuration that git trusts for `safe.directory`.
  public GitConfig readUser() throws IOException {
    return new ConfigSequence(this, null).read();
  }

  /// Returns the value of `HOME`; null when it is not set.
  @Nullable String home() {
    return environment.get("HOME");
  }

  /// Returns the access to the file system.
  FileAccess files() {
    return files;
  }

  /// Returns the files of system and user, the most general first.
  List<ConfigSource> userSources() throws IOException {
    List<ConfigSource> sources = userSources;
    if (sources == null) {
      sources = readUserSources();
      userSources = sources;
    }
    return sources;
  }

  private List<ConfigSource> readUserSources() throws IOException {
    List<ConfigSource> sources = new ArrayList<>(3);
    if (!noSystem()) {
      sources.add(source(environment.getOrDefault("GIT_CONFIG_SYSTEM", systemFile)));
    }
    String global = environment.get("GIT_CONFIG_GLOBAL");
    if (global != null) {
      sources.add(readableSource(global));
    } else {
      sources.add(readableSource(xdgFile()));
      sources.add(readableSource(home() == null ? "" : home() + "/.gitconfig"));
    }
    return List.copyOf(sources);
  }

  private boolean noSystem() throws GitFormatException {
    String key = "GIT_CONFIG_NOSYSTEM";
    String value = environment.get(key);
    return value != null && ConfigValue.toBoolean(new ConfigEntry(key, value, "environment", 0));
  }

  private String xdgFile() {
    String xdg = requireNonNullElse(environment.get("XDG_CONFIG_HOME"), "");
    if (!xdg.isEmpty()) {
      return xdg + "/git/config";
    }
    return home() == null ? "" : home() + "/.config/git/config";
  }

  /// An unreadable file of the user counts as missing.
  private ConfigSource readableSource(String file) throws IOException {
    try {
      return source(file);
    } catch (AccessDeniedException _) {
      return ConfigSource.EMPTY;
    }
  }

  private ConfigSource source(String file) throws IOException {
    return file.isEmpty() ? ConfigSource.EMPTY : source(ConfigText.path(file), true);
  }

  /// Returns the settings of the environment.
  ConfigSource commandLine() throws IOException {
    ConfigSource source = commandLine;
    if (source == null) {
      source = ConfigSource.of(null, true, CommandLineConfig.read(environment));
      commandLine = source;
    }
    return source;
  }

  /// Returns the settings of a file, none if it does not exist.
  ///
  /// @param common whether other repositories read it too
  ConfigSource source(Path file, boolean common) throws IOException {
    ConfigSource source = common ? shared.get(file) : null;
    if (source == null) {
      source = read(file, common);
      if (common) {
        shared.put(file, source);
      }
    }
    return source;
  }

  private ConfigSource read(Path file, boolean common) throws IOException {
    byte[] bytes = files.read(file, LIMIT);
    return bytes == null
        ? ConfigSource.EMPTY
        : ConfigSource.of(file, common, ConfigParser.parse(bytes, file.toString()));
  }
}
