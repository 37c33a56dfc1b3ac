package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.ref.Reflog;
import java.io.IOException;

/// Counts stash entries: the entries of the reflog of `refs/stash`, as `git status --show-stash`
/// does.
public final class StashLog {
  private static final int LIMIT = 1 << 26;

  private final FileAccess files;

  /// Makes a reader that looks at the file system through `files`.
  public StashLog(FileAccess files) {
    this.files = files;
  }

  /// Returns how many entries the stash of a repository has; all its worktrees share them.
  public int count(RepositoryLayout layout, GitConfig config) throws IOException {
    byte[] log = files.read(layout.commonDir().resolve("logs/refs/stash"), LIMIT);
    boolean longOids = "sha256".equals(config.own().get("extensions.objectformat"));
    return log == null ? 0 : Reflog.count(log, longOids ? 32 : 20);
  }
}
