package gitoverit.status;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import gitoverit.git.repo.SubmodulePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts the submodules of a worktree: gitlinks in the index that `.gitmodules` lists.
final class SubmoduleCount {
  private static final byte[] GITMODULES = ".gitmodules".getBytes(StandardCharsets.US_ASCII);

  private final FileAccess files;
  private final RepositoryLayout layout;
  private final IndexFile index;

  SubmoduleCount(FileAccess files, RepositoryLayout layout, IndexFile index) {
    this.files = files;
    this.layout = layout;
    this.index = index;
  }

  int count() throws IOException {
    int list = index.find(GITMODULES);
    if (list >= 0 && index.stage(list) != 0) {
      // git ignores .gitmodules until it is merged.
      return 0;
    }
    Set<String> paths = listed();
    if (paths == null) {
      if (list >= 0) {
        throw new UnprovenException("a .gitmodules exists only in the index");
      }
      return 0;
    }
    return paths.isEmpty() ? 0 : gitlinksIn(paths);
  }

  /// Returns the paths in `.gitmodules`; null without that file.
  private @Nullable Set<String> listed() throws IOException {
    try {
      return new SubmodulePaths(files).read(layout);
    } catch (GitFormatException e) {
      if (hasGitlink()) {
        throw e;
      }
      // git does not read the file if no gitlink needs it.
      return Set.of();
    }
  }

  private boolean hasGitlink() {
    for (int i = 0; i < index.count(); i++) {
      if (index.isGitlink(i)) {
        return true;
      }
    }
    return false;
  }

  private int gitlinksIn(Set<String> paths) {
    int count = 0;
    for (int i = 0; i < index.count(); i++) {
      if (index.isGitlink(i)
          && (i == 0 || !index.samePath(i - 1, i))
          && paths.contains(GitText.decode(index.path(i), index.pathEnd(i) - index.pathStart(i)))) {
        count++;
      }
    }
    return count;
  }
}
