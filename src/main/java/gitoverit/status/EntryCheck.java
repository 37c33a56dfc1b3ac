package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import java.io.IOException;
import java.util.Arrays;

/// Compares entries of the index with the files in their place. An instance belongs to one thread.
///
/// Each entry `i` is given with the offset, in the paths of the index, of its name in its
/// directory.
final class EntryCheck {
  private final WorktreeScan scan;
  private final IndexFile index;
  private final byte[] paths;
  private final ScanTotals totals;
  private final FileStat stat = new FileStat();

  EntryCheck(WorktreeScan scan, ScanTotals totals) {
    this.scan = scan;
    this.index = scan.index();
    this.paths = index.paths();
    this.totals = totals;
  }

  /// Calls `stat` once for a file that exists, and compares it with its entry.
  void file(Directory directory, int i, int start) throws IOException {
    boolean ordinary = index.isOrdinary(i);
    if (!ordinary && index.stage(i) > 1 && i > 0 && index.samePath(i - 1, i)) {
      return;
    }
    totals.stats++;
    if (!directory.stat(paths, start, index.pathEnd(i), stat)) {
      missing(i, start);
      return;
    }
    totals.noteTime(stat.mtimeSeconds, stat.mtimeNanos);
    if (ordinary || isJudged(i, start)) {
      judge(directory, i, start);
    }
  }

  /// Returns whether git looks at the file of an entry that has a flag or a stage.
  private boolean isJudged(int i, int start) throws UnprovenException {
    if (index.skipWorktree(i)) {
      if (isGitignore(i, start) && !stat.isRegularFile()) {
        throw new UnprovenException("something else replaces a skipped .gitignore");
      }
      scan.presentDespiteSkipped();
      return false;
    }
    if (index.stage(i) != 0 || index.assumeValid(i)) {
      return false;
    }
    if (index.intentToAdd(i)) {
      scan.changed(i, (byte) 'A');
      return false;
    }
    return true;
  }

  private void judge(Directory directory, int i, int start) throws IOException {
    switch (scan.rules().judge(index, i, stat)) {
      case CLEAN -> {}
      case MODIFIED -> scan.changed(i, (byte) 'M');
      case TYPE_CHANGED -> scan.changed(i, (byte) 'T');
      case CONTENT -> {
        if (contentDiffers(directory, i, start)) {
          scan.changed(i, (byte) 'M');
        }
      }
      case SUSPECT -> {
        if (contentDiffers(directory, i, start)) {
          throw new UnprovenException("a recorded time differs only in fractions of a second");
        }
      }
      case UNPROVEN ->
          throw new UnprovenException(
              "a special file or an unsupported link replaces a tracked file");
    }
  }

  private boolean contentDiffers(Directory directory, int i, int start) throws IOException {
    totals.filesHashed++;
    return scan.contents().isModified(i, directory, start, stat);
  }

  /// Records that the file of entry `i` is missing.
  void missing(int i, int start) throws IOException {
    if (index.isGitlink(i)) {
      throw new UnprovenException("the directory of a submodule is missing");
    }
    if (index.skipWorktree(i)) {
      if (isGitignore(i, start)) {
        throw new UnprovenException("a .gitignore exists only in the index");
      }
    } else if (index.stage(i) == 0 && !index.assumeValid(i)) {
      scan.changed(i, (byte) 'D');
    }
  }

  private boolean isGitignore(int i, int start) {
    return Arrays.equals(
        paths, start, index.pathEnd(i), Level.GITIGNORE, 0, Level.GITIGNORE.length);
  }

  /// Checks the file or directory in the place of a gitlink.
  ///
  /// @param type its type, one of the constants of [FileType]
  void gitlink(Directory directory, int i, int start, int type) throws IOException {
    if (index.stage(i) != 0) {
      throw new UnprovenException("a submodule is unmerged");
    }
    if (type != FileType.DIRECTORY) {
      throw new UnprovenException("a file replaces a submodule");
    }
    if (hasDotGit(directory, start, index.pathEnd(i))) {
      throw new UnprovenException("a submodule is populated");
    }
    scan.emptySubmodule(directory, start, index.pathEnd(i));
  }

  private boolean hasDotGit(Directory directory, int start, int end) throws IOException {
    byte[] name = Arrays.copyOfRange(paths, start, end + 1 + WorktreeScan.DOT_GIT.length);
    name[end - start] = '/';
    System.arraycopy(WorktreeScan.DOT_GIT, 0, name, end - start + 1, WorktreeScan.DOT_GIT.length);
    return directory.stat(name, stat);
  }

  /// Checks the directory in the place of a file.
  void replacedByDirectory(Directory directory, int i, int start) throws IOException {
    if (index.skipWorktree(i) || hasDotGit(directory, start, index.pathEnd(i))) {
      throw new UnprovenException("a repository replaces a tracked file");
    }
    if (index.stage(i) == 0 && !index.assumeValid(i)) {
      scan.changed(i, (byte) 'D');
    }
  }
}
