package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import java.io.IOException;

/// Counts stash entries: the lines of the reflog of `refs/stash`, as `git stash list` does.
public final class StashLog {
  private static final int LIMIT = 1 << 26;

  private final FileAccess files;

  /// Makes a reader that looks at the file system through `files`.
  public StashLog(FileAccess files) {
    this.files = files;
  }

  /// Returns how many entries the stash of a repository has; all its worktrees share them.
  public int count(RepositoryLayout layout) throws IOException {
    byte[] log = files.read(layout.commonDir().resolve("logs/refs/stash"), LIMIT);
    int lines = 0;
    for (int i = 0; log != null && i < log.length; i++) {
      if (log[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
