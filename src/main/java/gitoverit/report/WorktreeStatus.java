package gitoverit.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a worktree differs in from its index, and the index from HEAD; all counts are those of `git
/// status --porcelain=v2 --untracked-files=normal`.
///
/// @param staged records with a change between HEAD and index (X)
/// @param unstaged records with a change between index and worktree (Y)
/// @param unmerged `u` records
/// @param modified records with any of M, A, R, C, T in XY
/// @param deleted records with D in XY
/// @param untracked `?` records
/// @param lines sum of `git diff --numstat` with and without `--cached`; null when git cannot count
///   them, as where the content of a changed file is missing
/// @param latestMtime newest modification time of existing tracked and non-ignored untracked files;
///   null when there is none
public record WorktreeStatus(
    int staged,
    int unstaged,
    int unmerged,
    int modified,
    int deleted,
    int untracked,
    @Nullable LineTotals lines,
    @Nullable Instant latestMtime) {

  /// Returns whether anything at all is uncommitted.
  public boolean hasChanges() {
    return staged + unstaged + unmerged + untracked > 0;
  }
}
