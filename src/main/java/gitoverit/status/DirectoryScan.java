package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import java.io.IOException;
import java.util.Arrays;

/// Scans one part of a worktree: a directory and everything below it, or some of its entries.
///
/// Each directory is opened and listed once. Its entries in the index, which are adjacent, are
/// looked up in the listing; this thread or a free one checks those that exist. The remaining names
/// of the listing are untracked. An instance belongs to one thread.
final class DirectoryScan {
  private final WorktreeScan scan;
  private final IndexFile index;
  private final byte[] paths;
  private final ScanTotals totals = new ScanTotals();
  private final FileStat stat = new FileStat();
  private final Listings listings = new Listings(totals);
  private final EntryCheck check;
  private final UntrackedWalk untracked;

  DirectoryScan(WorktreeScan scan) {
    this.scan = scan;
    this.index = scan.index();
    this.paths = index.paths();
    this.check = new EntryCheck(scan, totals);
    this.untracked = new UntrackedWalk(scan, totals, listings);
  }

  ScanTotals totals() {
    return totals;
  }

  /// Scans a directory, which contains the entries from `lo` to before `hi`.
  ///
  /// @param depth the number of directories of this part that are open above it
  /// @param entered its level, without its own files
  void directory(Directory directory, int depth, Level entered, int lo, int hi) throws IOException {
    DirectoryListing listing = listings.list(directory, depth);
    Level level = entered.withFilesOf(directory, listing);
    tracked(directory, depth, level, listing, lo, hi);
    int dotGit = entered.prefix() == 0 ? -1 : listing.find(WorktreeScan.DOT_GIT);
    if (dotGit >= 0 && !level.ignored()) {
      scan.nested(directory.path());
    }
    untracked.beside(directory, depth, level, listing);
  }

  /// Looks up the entries of a directory, and checks those that exist. While another thread is free
  /// they are gathered for it, until they are half of the remaining ones.
  private void tracked(
      Directory directory, int depth, Level level, DirectoryListing listing, int lo, int hi)
      throws IOException {
    int gathered = lo;
    int i = lo;
    while (i < hi) {
      int slash = slash(level, i);
      int end = endOfChild(i, hi, slash);
      boolean there =
          slash < 0
              ? isFileThere(directory, level, listing, i)
              : isDirectoryThere(directory, level, listing, i, end, slash);
      if (!there || !scan.isPartWanted()) {
        // No thread is free, or a gap ends the series: this thread checks the gathered entries.
        present(directory, depth + 1, level, gathered, i);
        if (there) {
          presentChild(directory, depth + 1, level, i, end, slash);
        }
        gathered = end;
      } else if (end - gathered >= hi - end && scan.fork(level, gathered, end)) {
        // The other thread takes the gathered half; gathering starts again behind it.
        gathered = end;
      }
      i = end;
    }
    present(directory, depth + 1, level, gathered, hi);
  }

  /// Checks entries of one directory that exist: files, and everything in subdirectories. A free
  /// thread gets half of the remaining entries.
  ///
  /// @param depth the number of directories of this part that are open above a subdirectory
  void present(Directory directory, int depth, Level level, int lo, int hi) throws IOException {
    int last = hi;
    int i = lo;
    while (i < last) {
      if (scan.isPartWanted()) {
        // The far half goes to the other thread, cut where a file or subdirectory ends.
        int middle = (i + last) >>> 1;
        int end = endOfChild(middle, last, slash(level, middle));
        last = scan.fork(level, end, last) ? end : last;
      }
      int slash = slash(level, i);
      int end = endOfChild(i, last, slash);
      presentChild(directory, depth, level, i, end, slash);
      i = end;
    }
  }

  private void presentChild(Directory directory, int depth, Level level, int i, int end, int slash)
      throws IOException {
    int start = index.pathStart(i) + level.prefix();
    if (slash < 0) {
      check.file(directory, i, start);
    } else {
      Level child = level.enter(paths, start, slash);
      try (Directory opened = directory.openDirectory(paths, start, slash)) {
        directory(opened, depth, child, i, end);
      }
    }
  }

  /// Returns the end of the name of the subdirectory that contains entry `i`; -1 for a file of the
  /// directory itself.
  private int slash(Level level, int i) {
    int end = index.pathEnd(i);
    for (int at = index.pathStart(i) + level.prefix(); at < end; at++) {
      if (paths[at] == '/') {
        return at;
      }
    }
    return -1;
  }

  /// Returns the first entry, at most `hi`, after entry `i` or after the subdirectory that contains
  /// it.
  private int endOfChild(int i, int hi, int slash) {
    return slash < 0 ? i + 1 : index.endOfDirectory(i, hi, slash + 1 - index.pathStart(i));
  }

  /// Looks up the subdirectory of the entries from `lo` to before `hi`; returns false when it does
  /// not exist, after recording the entries as missing.
  private boolean isDirectoryThere(
      Directory directory, Level level, DirectoryListing listing, int lo, int hi, int slash)
      throws IOException {
    int found = lookUp(directory, listing, index.pathStart(lo) + level.prefix(), slash);
    int type = found < 0 ? FileType.OTHER : listing.type(found);
    if (type == FileType.SYMBOLIC_LINK) {
      // Whether git considers the files beyond it deleted depends on how the link fails.
      throw new UnprovenException("a symbolic link replaces a directory");
    }
    if (type != FileType.DIRECTORY) {
      for (int i = lo; i < hi; i++) {
        check.missing(i, index.pathStart(i) + level.prefix());
      }
      return false;
    }
    listing.mark(found);
    return true;
  }

  /// Looks up the file of entry `i`; returns false when it does not exist or something else
  /// replaces it, after recording that.
  private boolean isFileThere(Directory directory, Level level, DirectoryListing listing, int i)
      throws IOException {
    int start = index.pathStart(i) + level.prefix();
    int found = lookUp(directory, listing, start, index.pathEnd(i));
    if (found < 0) {
      check.missing(i, start);
      return false;
    }
    int type = listing.type(found);
    if (index.isGitlink(i)) {
      listing.mark(found);
      check.gitlink(directory, i, start, type);
      return false;
    }
    if (type == FileType.DIRECTORY) {
      listing.shadow(found);
      check.replacedByDirectory(directory, i, start);
      return false;
    }
    listing.mark(found);
    return true;
  }

  /// Returns the place in a listing of a name in the paths; -1 when it does not exist. The listing
  /// alone does not prove that: a file system that folds case finds a file by names that it does
  /// not list.
  private int lookUp(Directory directory, DirectoryListing listing, int from, int to)
      throws IOException {
    int found = listing.find(paths, from, to);
    if (found < 0 && directory.stat(Arrays.copyOfRange(paths, from, to), stat)) {
      throw new UnprovenException("the file system finds a file by a name that it does not list");
    }
    return found;
  }
}
