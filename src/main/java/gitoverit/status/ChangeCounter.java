package gitoverit.status;

import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;
import gitoverit.report.ChangeCounts;

/// Joins the two comparisons of each path and counts them as records of porcelain v2.
final class ChangeCounter {
  private final IndexFile index;
  private final StagedDiff stagedDiff;
  private final WorktreeScan scan;

  private int staged;
  private int unstaged;
  private int unmerged;
  private int modified;
  private int deleted;

  ChangeCounter(IndexFile index, StagedDiff stagedDiff, WorktreeScan scan) {
    this.index = index;
    this.stagedDiff = stagedDiff;
    this.scan = scan;
  }

  /// Counts all changes.
  ///
  /// @param untracked the untracked records, which the scan has counted
  ChangeCounts count(int untracked) throws UnprovenException {
    staged = stagedDiff.deleted();
    deleted = stagedDiff.deleted();
    boolean anyIntent = false;
    boolean anyGone = false;
    int i = 0;
    while (i < index.count()) {
      if (index.stage(i) != 0) {
        i = unmerged(i);
      } else {
        byte x = stagedDiff.change(i);
        byte y = scan.change(i);
        changed(x, y);
        anyIntent |= y == 'A';
        anyGone |= y == 'D';
        i++;
      }
    }
    // git may find that an unmerged file, too, is the new name of a deleted one.
    if (anyGone && (anyIntent || unmerged > 0)) {
      throw new UnprovenException("a deleted file may have been renamed");
    }
    return new ChangeCounts(staged, unstaged, unmerged, modified, deleted, untracked);
  }

  private void changed(byte x, byte y) {
    if (x != 0) {
      staged++;
    }
    if (y != 0) {
      unstaged++;
    }
    if (isModification(x) || isModification(y)) {
      modified++;
    }
    if (y == 'D') {
      deleted++;
    }
  }

  private static boolean isModification(byte letter) {
    return letter == 'M' || letter == 'A' || letter == 'T';
  }

  /// Counts one unmerged path, whose stages are adjacent entries; returns the entry after it.
  private int unmerged(int first) {
    int stages = 0;
    int i = first;
    while (i < index.count() && index.stage(i) != 0 && index.samePath(first, i)) {
      stages |= 1 << (index.stage(i) - 1);
      i++;
    }
    unmerged++;
    // The two letters encode the stages (`git-status`, "Short Format").
    boolean added = stages == 0b010 || stages == 0b100 || stages == 0b110;
    boolean gone = stages == 0b001 || stages == 0b011 || stages == 0b101;
    modified += added ? 1 : 0;
    deleted += gone ? 1 : 0;
    return i;
  }
}
