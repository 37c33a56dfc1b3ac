package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import gitoverit.git.ignore.IgnoreStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Reads the ignore rules that apply to a whole worktree: `info/exclude` and the user's own file,
/// which is read once for all repositories.
public final class RootIgnores {
  private static final int LIMIT = 100 << 20;
  private static final byte[] NONE = {};

  private final FileAccess files;
  private final ConfigReader configs;
  private final @Nullable Path usual;
  private final Map<Path, byte[]> userFiles = new ConcurrentHashMap<>();

  /// Creates a reader.
  ///
  /// @param environment locates the user's own file when no setting names it
  public RootIgnores(FileAccess files, ConfigReader configs, Map<String, String> environment) {
    this.files = files;
    this.configs = configs;
    this.usual = UserFiles.usual("ignore", environment);
  }

  /// Returns the rules for the root of a worktree, without its `.gitignore`.
  public IgnoreStack of(RepositoryLayout worktree) throws IOException {
    return of(worktree, configs.read(worktree));
  }

  /// Returns the rules of the repository alone, for a worktree whose other rules only git can
  /// determine.
  public IgnoreStack withoutUser(RepositoryLayout worktree) throws IOException {
    byte[] info = files.read(worktree.commonDir().resolve("info/exclude"), LIMIT);
    return IgnoreStack.of(false, NONE, info);
  }

  /// Returns the rules for the root of a worktree whose configuration is known.
  public IgnoreStack of(RepositoryLayout worktree, GitConfig config) throws IOException {
    Path named = config.getPath("core.excludesfile");
    byte[] userRules = userFile(within(worktree, named == null ? usual : named));
    byte[] info = files.read(worktree.commonDir().resolve("info/exclude"), LIMIT);
    return IgnoreStack.of(config.getBoolean("core.ignorecase", false), userRules, info);
  }

  /// A relative path begins at the root of the worktree; an empty one means no file.
  private static @Nullable Path within(RepositoryLayout worktree, @Nullable Path named) {
    return named == null || named.toString().isEmpty() ? null : worktree.path().resolve(named);
  }

  private byte[] userFile(@Nullable Path file) throws IOException {
    if (file == null) {
      return NONE;
    }
    byte[] known = userFiles.get(file);
    if (known == null) {
      byte[] read = files.read(file, LIMIT);
      known = read == null ? NONE : read;
      userFiles.put(file, known);
    }
    return known;
  }
}
