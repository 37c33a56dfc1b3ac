package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Decides whether a path of the index can be in the worktree: a path beyond a symbolic link is not
/// (`has_symlink_leading_path` in `symlinks.c`).
///
/// Paths come in order, so nearly each is in the directory of the previous path, which is cached.
final class LeadingPath {
  private final FileAccess files;
  private final Path worktree;
  private final FileStat stat = new FileStat();
  private byte[] directory = {};
  private boolean inWorktree = true;

  LeadingPath(FileAccess files, Path worktree) {
    this.files = files;
    this.worktree = worktree;
  }

  /// Returns whether all directories that lead to a file are directories.
  boolean isInWorktree(byte[] name) throws IOException {
    int end = name.length;
    while (end > 0 && name[end - 1] != '/') {
      end--;
    }
    if (!Arrays.equals(name, 0, end, directory, 0, directory.length)) {
      directory = Arrays.copyOf(name, end);
      inWorktree = isDirectory();
    }
    return inWorktree;
  }

  private boolean isDirectory() throws IOException {
    for (int i = 0; i < directory.length; i++) {
      if (directory[i] == '/') {
        Path path = PathBytes.resolve(worktree, Arrays.copyOf(directory, i));
        if (!files.stat(path, false, stat) || !stat.isDirectory()) {
          return false;
        }
      }
    }
    return true;
  }
}
