package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Scans one part of a worktree: a directory and all that is below it, or some of the entries in
/// it.
///
/// Each directory is opened and listed once. Its entries in the index, which lie side by side, are
/// looked up in the listing; what is there is `stat`ed once and judged, here or by a thread that
/// has nothing to do. What then remains of the listing is untracked. An instance belongs to one
/// thread.
final class DirectoryScan {
  private static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GITIGNORE = ".gitignore".getBytes(StandardCharsets.US_ASCII);

  private final WorktreeScan scan;
  private final IndexFile index;
  private final byte[] paths;
  private final ScanTotals totals = new ScanTotals();
  private final FileStat stat = new FileStat();
  private final List<DirectoryListing> listings = new ArrayList<>();

  DirectoryScan(WorktreeScan scan) {
    this.scan = scan;
    this.index = scan.index();
    this.paths = index.paths();
  }

  ScanTotals totals() {
    return totals;
  }

  /// Scans a directory, which holds the entries from `lo` to before `hi`.
  ///
  /// @param depth how many directories of this part are open above it
  /// @param entered what holds in it, its own files left out
  void directory(Directory directory, int depth, Level entered, int lo, int hi) throws IOException {
    DirectoryListing listing = list(directory, depth);
    Level level = entered.withFilesOf(directory, listing);
    tracked(directory, depth, level, listing, lo, hi);
    int dotGit = entered.prefix() == 0 ? -1 : listing.find(DOT_GIT, 0, DOT_GIT.length);
    if (dotGit >= 0 && !level.ignored()) {
      scan.nested(directory.path());
    }
    untracked(directory, depth, level, listing);
  }

  private DirectoryListing list(Directory directory, int depth) throws IOException {
    if (depth == listings.size()) {
      listings.add(new DirectoryListing());
    }
    DirectoryListing listing = listings.get(depth);
    directory.list(listing);
    totals.directoriesListed++;
    return listing;
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
        present(directory, depth + 1, level, gathered, i);
        if (there) {
          presentChild(directory, depth + 1, level, i, end, slash);
        }
        gathered = end;
      } else if (end - gathered >= hi - end && scan.fork(level, gathered, end)) {
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
      presentFile(directory, i, start);
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
    return slash < 0 ? i + 1 : endOfDirectory(i, hi, slash + 1 - index.pathStart(i));
  }

  /// Returns the first entry from `i` on, at most `hi`, whose first `length` bytes are not those of
  /// entry `i`: steps that double, then a binary search.
  private int endOfDirectory(int i, int hi, int length) {
    int step = 1;
    int low = i;
    while (low + step < hi && isWithin(low + step, i, length)) {
      low += step;
      step *= 2;
    }
    int high = Math.min(low + step, hi);
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (isWithin(middle, i, length)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  private boolean isWithin(int j, int i, int length) {
    int a = index.pathStart(j);
    int b = index.pathStart(i);
    return index.pathEnd(j) - a > length
        && Arrays.equals(paths, a, a + length, paths, b, b + length);
  }

  /// Looks up the subdirectory of the entries from `lo` to before `hi`; false when it is gone, and
  /// they with it.
  private boolean isDirectoryThere(
      Directory directory, Level level, DirectoryListing listing, int lo, int hi, int slash)
      throws IOException {
    int found = lookUp(directory, listing, index.pathStart(lo) + level.prefix(), slash);
    int type = found < 0 ? FileType.OTHER : type(directory, listing, found);
    if (type == FileType.SYMBOLIC_LINK) {
      // Whether git takes what is beyond it for deleted depends on how the link fails.
      throw new UnprovenException("a directory is replaced by a symbolic link");
    }
    if (type != FileType.DIRECTORY) {
      for (int i = lo; i < hi; i++) {
        missing(i, index.pathStart(i) + level.prefix());
      }
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
      throw new UnprovenException("a file is found by a name that is not listed");
    }
    return found;
  }

  private int type(Directory directory, DirectoryListing listing, int i) throws IOException {
    int type = listing.type(i);
    if (type == 0) {
      byte[] names = listing.bytes();
      type =
          directory.stat(names, listing.start(i), listing.end(i), stat)
              ? stat.mode & FileType.MASK
              : FileType.OTHER;
    }
    return type;
  }

  /// Looks up the file of entry `i`; false when there is none, or something else in its place, of
  /// which all is then said.
  private boolean isFileThere(Directory directory, Level level, DirectoryListing listing, int i)
      throws IOException {
    int start = index.pathStart(i) + level.prefix();
    int found = lookUp(directory, listing, start, index.pathEnd(i));
    if (found < 0) {
      missing(i, start);
      return false;
    }
    int type = type(directory, listing, found);
    if ((index.mode(i) & FileType.MASK) == WorktreeScan.GITLINK) {
      listing.mark(found);
      gitlink(directory, i, start, type);
      return false;
    }
    if (type == FileType.DIRECTORY) {
      listing.shadow(found);
      replacedByDirectory(directory, i, start);
      return false;
    }
    listing.mark(found);
    return true;
  }

  private void missing(int i, int start) throws IOException {
    int end = index.pathEnd(i);
    if (index.skipWorktree(i)) {
      if (Arrays.equals(paths, start, end, GITIGNORE, 0, GITIGNORE.length)) {
        throw new UnprovenException("a .gitignore is in the index only");
      }
    } else if (index.stage(i) == 0 && !index.assumeValid(i)) {
      scan.changed(i, (byte) 'D');
    }
  }

  private void gitlink(Directory directory, int i, int start, int type) throws IOException {
    if (index.stage(i) != 0) {
      throw new UnprovenException("an unmerged submodule");
    }
    if (type != FileType.DIRECTORY) {
      throw new UnprovenException("a submodule is replaced by a file");
    }
    if (hasDotGit(directory, start, index.pathEnd(i))) {
      throw new UnprovenException("a populated submodule");
    }
    scan.emptySubmodule(directory, start, index.pathEnd(i));
  }

  private boolean hasDotGit(Directory directory, int start, int end) throws IOException {
    byte[] name = Arrays.copyOfRange(paths, start, end + 1 + DOT_GIT.length);
    name[end - start] = '/';
    System.arraycopy(DOT_GIT, 0, name, end - start + 1, DOT_GIT.length);
    return directory.stat(name, stat);
  }

  private void replacedByDirectory(Directory directory, int i, int start) throws IOException {
    if (index.skipWorktree(i) || hasDotGit(directory, start, index.pathEnd(i))) {
      throw new UnprovenException("a tracked file is replaced by a repository");
    }
    if (index.stage(i) == 0 && !index.assumeValid(i)) {
      scan.changed(i, (byte) 'D');
    }
  }

  private void presentFile(Directory directory, int i, int start) throws IOException {
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
    if (ordinary || isJudged(i)) {
      judge(directory, i, start);
    }
  }

  /// Returns whether git looks at the file of an entry of which something special is said.
  private boolean isJudged(int i) throws UnprovenException {
    if (index.skipWorktree(i)) {
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
          throw new UnprovenException("a time differs by fractions of a second only");
        }
      }
      case UNPROVEN -> throw new UnprovenException("a kind of file that is not judged here");
    }
  }

  private boolean contentDiffers(Directory directory, int i, int start) throws IOException {
    totals.filesHashed++;
    return scan.contents().isModified(i, directory, start, stat);
  }

  /// Looks at what the listing holds beside the entries of the index.
  private void untracked(Directory directory, int depth, Level level, DirectoryListing listing)
      throws IOException {
    byte[] names = listing.bytes();
    for (int i = 0; i < listing.count(); i++) {
      if (!listing.isMarked(i) && !isDotGit(listing, i)) {
        boolean counts = untrackedEntry(directory, depth, level, listing, names, i);
        if (counts && !listing.isShadowed(i)) {
          totals.untracked++;
        }
      }
    }
  }

  private static boolean isDotGit(DirectoryListing listing, int i) {
    return Arrays.equals(
        listing.bytes(), listing.start(i), listing.end(i), DOT_GIT, 0, DOT_GIT.length);
  }

  /// Returns whether an entry that is not tracked is untracked: not ignored, and not a directory
  /// that holds nothing untracked.
  private boolean untrackedEntry(
      Directory directory, int depth, Level level, DirectoryListing listing, byte[] names, int i)
      throws IOException {
    int type = type(directory, listing, i);
    int from = listing.start(i);
    int to = listing.end(i);
    boolean isDirectory = type == FileType.DIRECTORY;
    if (level.ignored() || level.ignores().ignores(names, from, to, isDirectory)) {
      if (isDirectory) {
        scan.ignored(directory, names, from, to);
      }
      return false;
    }
    if (isDirectory) {
      return untrackedDirectory(directory, depth, level, names, from, to);
    }
    if (type != FileType.REGULAR && type != FileType.SYMBOLIC_LINK) {
      return false;
    }
    if (directory.stat(names, from, to, stat)) {
      totals.stats++;
      totals.noteTime(stat.mtimeSeconds, stat.mtimeNanos);
    }
    return true;
  }

  private boolean untrackedDirectory(
      Directory directory, int depth, Level level, byte[] names, int from, int to)
      throws IOException {
    Level entered = level.enter(names, from, to);
    try (Directory child = directory.openDirectory(names, from, to)) {
      return hasUntracked(child, depth + 1, entered);
    } catch (AccessDeniedException e) {
      // git warns and passes over it; here it is a row of its own.
      scan.unreadable(e, directory, names, from, to);
      return false;
    }
  }

  private boolean hasUntracked(Directory directory, int depth, Level entered) throws IOException {
    DirectoryListing listing = list(directory, depth);
    if (listing.find(DOT_GIT, 0, DOT_GIT.length) >= 0 && scan.nested(directory.path())) {
      return true;
    }
    Level level = entered.withFilesOf(directory, listing);
    boolean found = false;
    for (int i = 0; i < listing.count(); i++) {
      if (!isDotGit(listing, i)) {
        found |= untrackedEntry(directory, depth, level, listing, listing.bytes(), i);
      }
    }
    return found;
  }
}
