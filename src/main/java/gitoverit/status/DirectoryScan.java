package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import java.io.IOException;
import java.util.Arrays;

/// Scans one part of a worktree: a directory and all that is below it, or some of the entries in
/// it.
///
/// Each directory is opened and listed once. Its entries in the index, which lie side by side, are
/// looked up in the listing; what is there is checked, here or by a thread that has nothing to do.
/// What then remains of the listing is untracked. An instance belongs to one thread.
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

  /// Scans a directory, which holds the entries from `lo` to before `hi`.
  ///
  /// @param depth how many directories of this part are open above it
  /// @param entered what holds in it, its own files left out
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

  /// Looks up the entries of a directory, and looks at those that are there. While another thread
  /// has nothing to do they are gathered for it, until that is half of what was left.
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
        // Nobody waits, or a gap ends the run: the gathered entries are checked here.
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

  /// Looks at entries of one directory that are there: files, and all of what is in subdirectories.
  /// When another thread has nothing to do it gets half of those that are left.
  ///
  /// @param depth how many directories of this part are open above a subdirectory
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

  /// Returns where the name of the subdirectory ends that entry `i` is in; -1 when it is a file of
  /// the directory itself.
  private int slash(Level level, int i) {
    int end = index.pathEnd(i);
    for (int at = index.pathStart(i) + level.prefix(); at < end; at++) {
      if (paths[at] == '/') {
        return at;
      }
    }
    return -1;
  }

  /// Returns the entry, at most `hi`, after the file or the subdirectory that entry `i` is or is
  /// in.
  private int endOfChild(int i, int hi, int slash) {
    return slash < 0 ? i + 1 : index.endOfDirectory(i, hi, slash + 1 - index.pathStart(i));
  }

  /// Looks up the subdirectory of the entries from `lo` to before `hi`; false when it is gone, and
  /// they with it.
  private boolean isDirectoryThere(
      Directory directory, Level level, DirectoryListing listing, int lo, int hi, int slash)
      throws IOException {
    int found = lookUp(directory, listing, index.pathStart(lo) + level.prefix(), slash);
    int type = found < 0 ? FileType.OTHER : listing.type(found);
    if (type == FileType.SYMBOLIC_LINK) {
      // Whether git takes what is beyond it for deleted depends on how the link fails.
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

  /// Looks up the file of entry `i`; false when there is none, or something else in its place, of
  /// which all is then said.
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

  /// Returns the place in a listing of the name that is in the paths; -1 when it is not there,
  /// which the listing alone does not prove: a file system that folds case finds a file by other
  /// names than it lists.
  private int lookUp(Directory directory, DirectoryListing listing, int from, int to)
      throws IOException {
    int found = listing.find(paths, from, to);
    if (found < 0 && directory.stat(Arrays.copyOfRange(paths, from, to), stat)) {
      throw new UnprovenException("the file system finds a file by a name that it does not list");
    }
    return found;
  }
}
