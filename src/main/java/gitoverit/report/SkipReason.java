package gitoverit.report;

import java.util.Locale;

/// Why a branch that stands apart from its upstream was neither fast-forwarded nor pushed: fixed
/// words of the machine-readable output.
public enum SkipReason {
  /// The repository could not be analysed.
  UNKNOWN,
  /// The fetch before failed, so nobody knows how the branch stands.
  FETCH_FAILED,
  /// There is no worktree to look at.
  BARE,
  /// HEAD is no branch.
  DETACHED,
  /// The branch has no commit yet.
  UNBORN,
  /// A merge, rebase or the like is in progress.
  OPERATION,
  /// The branch follows none.
  NO_UPSTREAM,
  /// The branch that is followed is gone.
  GONE,
  /// The branch follows one of the same repository.
  LOCAL_UPSTREAM,
  /// Something is not committed.
  DIRTY,
  /// Both sides have commits that the other has not.
  DIVERGED,
  /// Pushes of the branch go somewhere else than its upstream.
  PUSHES_ELSEWHERE,
  /// Something changed between the look at the repository and the act.
  MOVED;

  /// Returns the word that a report shows, such as `no-upstream`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
