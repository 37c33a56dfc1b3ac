package gitoverit.report;

/// The records of `git status --porcelain=v2 --untracked-files=normal`, counted.
///
/// @param staged records with a change between HEAD and index (X)
/// @param unstaged records with a change between index and worktree (Y)
/// @param unmerged `u` records
/// @param modified records with any of M, A, R, C, T in XY
/// @param deleted records with D in XY
/// @param untracked `?` records
public record ChangeCounts(
    int staged, int unstaged, int unmerged, int modified, int deleted, int untracked) {

  /// Returns whether there is any record.
  public boolean any() {
    return staged + unstaged + unmerged + untracked > 0;
  }
}
