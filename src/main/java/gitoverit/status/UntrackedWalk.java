package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;

/// Counts untracked files as `git status` shows them: a directory without a tracked file counts
/// once, if anything in it is not ignored. The walk visits all of it nevertheless, to find nested
/// repositories and the newest file. An instance belongs to one thread.
final class UntrackedWalk {
  private final WorktreeScan scan;
  private final ScanTotals totals;
  private final Listings listings;
  private final FileStat stat = new FileStat();

  UntrackedWalk(WorktreeScan scan, ScanTotals totals, Listings listings) {
    this.scan = scan;
    this.totals = totals;
    this.listings = listings;
  }

  /// Checks the names in the listing that are not entries of the index.
  void beside(Directory directory, int depth, Level level, DirectoryListing listing)
      throws IOException {
    byte[] names = listing.bytes();
    for (int i = 0; i < listing.count(); i++) {
      if (!listing.isMarked(i) && !isDotGit(listing, i)) {
        boolean counts = entry(directory, depth, level, listing, names, i);
        if (counts && !listing.isShadowed(i)) {
          totals.untracked++;
        }
      }
    }
  }

  private static boolean isDotGit(DirectoryListing listing, int i) {
    return Arrays.equals(
        listing.bytes(),
        listing.start(i),
        listing.end(i),
        WorktreeScan.DOT_GIT,
        0,
        WorktreeScan.DOT_GIT.length);
  }

  /// Returns whether a name that is not tracked counts as untracked: it is not ignored, and it is
  /// not a directory without untracked files.
  private boolean entry(
      Directory directory, int depth, Level level, DirectoryListing listing, byte[] names, int i)
      throws IOException {
    int type = listing.type(i);
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
      return directory(directory, depth, level, names, from, to);
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

  private boolean directory(
      Directory directory, int depth, Level level, byte[] names, int from, int to)
      throws IOException {
    Level entered = level.enter(names, from, to);
    try (Directory child = directory.openDirectory(names, from, to)) {
      return hasUntracked(child, depth + 1, entered);
    } catch (AccessDeniedException e) {
      // git warns and skips it; here it becomes a row of its own.
      scan.unreadable(e, directory, names, from, to);
      return false;
    }
  }

  private boolean hasUntracked(Directory directory, int depth, Level entered) throws IOException {
    DirectoryListing listing = listings.list(directory, depth);
    if (listing.find(WorktreeScan.DOT_GIT) >= 0 && scan.nested(directory.path())) {
      return true;
    }
    Level level = entered.withFilesOf(directory, listing);
    boolean found = false;
    for (int i = 0; i < listing.count(); i++) {
      if (!isDotGit(listing, i)) {
        found |= entry(directory, depth, level, listing, listing.bytes(), i);
      }
    }
    return found;
  }
}
