package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The paths that `.gitmodules` in a worktree lists (`gitmodules(5)`).
public final class SubmodulePaths {
  private static final int LIMIT = 1 << 26;

  private final FileAccess files;

  /// Creates a reader that reads the file system through `files`.
  public SubmodulePaths(FileAccess files) {
    this.files = files;
  }

  /// Reads the paths, relative to the worktree; null when there is no such file.
  public @Nullable Set<String> read(RepositoryLayout layout) throws IOException {
    Path file = layout.path().resolve(".gitmodules");
    byte[] bytes = files.readUnlessDirectory(file, LIMIT);
    return bytes == null ? null : parse(bytes, file.toString());
  }

  /// Reads the paths that the content of a `.gitmodules` lists.
  ///
  /// @param origin its name for messages
  public static Set<String> parse(byte[] bytes, String origin) throws GitFormatException {
    Set<String> paths = new HashSet<>();
    for (ConfigEntry entry : GitConfig.parse(bytes, origin).entries()) {
      if (entry.key().startsWith("submodule.") && entry.key().endsWith(".path")) {
        paths.add(String.valueOf(entry.value()));
      }
    }
    return paths;
  }
}
