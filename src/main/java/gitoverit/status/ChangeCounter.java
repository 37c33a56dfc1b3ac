package gitoverit.status;

import gitoverit.git.UnprovenException;
import gitoverit.git.index.IndexFile;

/// Puts the two comparisons of each path together and counts as the records of porcelain v2 would.
final class ChangeCounter {
  private final IndexFile index;
  private final StagedDiff stagedDiff;
  private final WorktreeScan scan;

  int staged;
  int unstaged;
  int unmerged;
  int modified;
  int deleted;

  ChangeCounter(IndexFile index, StagedDiff stagedDiff, WorktreeScan scan) {
    this.index = index;
    this.stagedDiff = stagedDiff;
    this.scan = scan;
  }

  void count() throws UnprovenException {
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
    // git takes an unmerged file, too, for one that a deleted file may have become.
    if (anyGone && (anyIntent || unmerged > 0)) {
      throw new UnprovenException("a deleted file may have been renamed");
    }
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

  /// Counts one unmerged path, whose stages lie side by side; returns the entry after it.
  private int unmerged(int first) {
    int stages = 0;
    int i = first;
    while (i < index.count() && index.stage(i) != 0 && index.samePath(first, i)) {
      stages |= 1 << (index.stage(i) - 1);
      i++;
    }
    unmerged++;
    // Which stages there are is what the two letters say (`git-status`, "Short Format").
    boolean added = stages == 0b010 || stages == 0b100 || stages == 0b110;
    boolean gone = stages == 0b001 || stages == 0b011 || stages == 0b101;
    modified += added ? 1 : 0;
    deleted += gone ? 1 : 0;
    return i;
  }
}
