package gitoverit.git.repo;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the time of the last fetch of a repository: git writes `FETCH_HEAD` (`git-fetch`) in the
/// worktree that it runs in, and a fetch in any worktree counts for all of them.
public final class LastFetch {
  private static final String FETCH_HEAD = "FETCH_HEAD";

  private final FileAccess files;

  /// Creates a reader that reads the file system through `files`.
  public LastFetch(FileAccess files) {
    this.files = files;
  }

  /// Returns the time in seconds since the epoch; null when there was no fetch since the repository
  /// was created or cloned.
  public @Nullable Long read(RepositoryLayout layout) throws IOException {
    FileStat stat = new FileStat();
    long latest = later(Long.MIN_VALUE, layout.commonDir(), stat);
    Path worktrees = layout.commonDir().resolve("worktrees");
    if (files.stat(worktrees, true, stat) && stat.isDirectory()) {
      latest = latestOf(worktrees, latest, stat);
    }
    return latest == Long.MIN_VALUE ? null : latest;
  }

  private long latestOf(Path worktrees, long known, FileStat stat) throws IOException {
    DirectoryListing names = new DirectoryListing();
    try (Directory directory = files.openDirectory(worktrees)) {
      directory.list(names);
    }
    long latest = known;
    for (int i = 0; i < names.count(); i++) {
      Path gitDir = PathBytes.resolve(worktrees, names.name(i));
      latest = later(latest, gitDir, stat);
    }
    return latest;
  }

  private long later(long known, Path gitDir, FileStat stat) throws IOException {
    boolean found = files.stat(gitDir.resolve(FETCH_HEAD), true, stat);
    return found ? Math.max(known, stat.mtimeSeconds) : known;
  }
}
