package gitoverit.git.ref;

import gitoverit.fs.Directory;
import gitoverit.fs.FileStat;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The loose refs, each of which is a file of its own (`gitrepository-layout`, `refs`).
final class LooseRefs {
  /// The largest accepted file in bytes, far larger than any ref; other files may be read as well,
  /// since a branch called `index` makes git check whether `.git/index` is a ref.
  private static final int LIMIT = 1 << 20;

  private final Directory gitDir;
  private final Directory commonDir;
  private final int oidLength;
  private final FileStat stat = new FileStat();

  LooseRefs(Directory gitDir, Directory commonDir, int oidLength) {
    this.gitDir = gitDir;
    this.commonDir = commonDir;
    this.oidLength = oidLength;
  }

  /// Returns whether nothing at all is stored under a name, not even a directory.
  boolean isAbsent(RefName name) throws IOException {
    return !directoryOf(name).stat(name.bytes(), stat);
  }

  /// Returns the value that is stored under a name.
  ///
  /// @throws UnprovenException if it is, or may be, a symbolic link, which can mean a symbolic ref
  RefValue read(RefName name) throws IOException {
    Directory directory = directoryOf(name);
    byte[] path = name.bytes();
    byte[] content;
    try {
      content = directory.read(path, LIMIT);
    } catch (IOException e) {
      return unread(directory, path, name, e);
    }
    if (content == null) {
      return unread(directory, path, name, null);
    }
    RefValue value = RefContent.parse(content, oidLength);
    if (value instanceof RefValue.Direct && isAtRoot(name)) {
      requireNoLink(directory, path, name);
    }
    return value;
  }

  private Directory directoryOf(RefName name) throws UnprovenException {
    String full = name.full();
    if (full.startsWith("main-worktree/") || full.startsWith("worktrees/")) {
      throw new UnprovenException("a ref belongs to another worktree: " + full);
    }
    return isOfOneWorktree(full) ? gitDir : commonDir;
  }

  /// The rule of `git-worktree`, section "Refs", as in git's `is_current_worktree_ref`.
  private static boolean isOfOneWorktree(String full) {
    return full.startsWith("refs/bisect/")
        || full.startsWith("refs/worktree/")
        || full.startsWith("refs/rewritten/")
        || isPseudoref(full);
  }

  private static boolean isPseudoref(String full) {
    for (int i = 0; i < full.length(); i++) {
      char c = full.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtRoot(RefName name) {
    return name.full().indexOf('/') < 0;
  }

  /// Determines why there is no content: mostly there is no file.
  private RefValue unread(
      Directory directory, byte[] path, RefName name, @Nullable IOException reason)
      throws IOException {
    if (!directory.stat(path, stat) || stat.isDirectory()) {
      return RefValue.ABSENT;
    }
    if (reason != null && stat.isRegularFile() && stat.size <= LIMIT) {
      throw reason;
    }
    throw new UnprovenException(
        "a ref is not a regular file, is too large or is changing: " + name);
  }

  /// `HEAD` can be a symbolic link to `refs/heads/main`: reading that gives an oid, although HEAD
  /// is not detached. Links of this kind in subdirectories are broken for the system and so are
  /// detected.
  private void requireNoLink(Directory directory, byte[] path, RefName name) throws IOException {
    if (directory.stat(path, stat) && !stat.isRegularFile()) {
      throw new UnprovenException("a ref is a symbolic link: " + name);
    }
  }
}
