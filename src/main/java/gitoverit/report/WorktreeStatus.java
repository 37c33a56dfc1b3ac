package gitoverit.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The differences between a worktree and its index, and between the index and HEAD.
///
/// @param counts the changes, counted
/// @param lines sum of `git diff --numstat` with and without `--cached`; null when git cannot count
///   them, for example because the content of a changed file is missing
/// @param latestMtime newest modification time of existing tracked and non-ignored untracked files;
///   null when there is none
public record WorktreeStatus(
    ChangeCounts counts, @Nullable LineTotals lines, @Nullable Instant latestMtime) {

  /// Returns whether anything is uncommitted.
  public boolean hasChanges() {
    return counts.any();
  }

  /// Returns the number of records with a change between HEAD and index.
  public int staged() {
    return counts.staged();
  }

  /// Returns the number of records with a change between index and worktree.
  public int unstaged() {
    return counts.unstaged();
  }

  /// Returns the number of unmerged paths.
  public int unmerged() {
    return counts.unmerged();
  }

  /// Returns the number of records with a modification.
  public int modified() {
    return counts.modified();
  }

  /// Returns the number of records with a deletion.
  public int deleted() {
    return counts.deleted();
  }

  /// Returns the number of untracked records.
  public int untracked() {
    return counts.untracked();
  }
}
