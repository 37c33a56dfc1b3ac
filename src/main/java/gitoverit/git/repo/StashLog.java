package gitoverit.git.repo;

import gitoverit.fs.FileAccess;
import gitoverit.git.ref.Reflog;
import java.io.IOException;
import java.nio.file.Path;

/// Counts stash entries: the entries of the reflog of `refs/stash`, as `git status --show-stash`
/// does.
public final class StashLog {
  private static final int LIMIT = 1 << 26;

  private final FileAccess files;

  /// Creates a reader that reads the file system through `files`.
  public StashLog(FileAccess files) {
    this.files = files;
  }

  /// Returns the number of entries; all worktrees of a repository share them.
  public int count(Repository repository) throws IOException {
    Path file = repository.layout().commonDir().resolve("logs/refs/stash");
    byte[] log = files.readUnlessDirectory(file, LIMIT);
    return log == null ? 0 : Reflog.count(log, repository.format());
  }
}
