package gitoverit.report;

import java.util.Locale;

/// The reason why a branch that differs from its upstream was neither fast-forwarded nor pushed:
/// fixed words of the machine-readable output.
public enum SkipReason {
  /// The repository could not be analysed.
  UNKNOWN,
  /// The fetch failed, so the state of the branch is unknown.
  FETCH_FAILED,
  /// The repository has no worktree.
  BARE,
  /// HEAD is detached.
  DETACHED,
  /// The branch has no commit yet.
  UNBORN,
  /// A merge, rebase or the like is in progress.
  OPERATION,
  /// The branch has no upstream.
  NO_UPSTREAM,
  /// The upstream is gone.
  GONE,
  /// The upstream is a branch of the same repository.
  LOCAL_UPSTREAM,
  /// The worktree has uncommitted changes.
  DIRTY,
  /// Both the branch and the upstream have commits that the other lacks.
  DIVERGED,
  /// The branch is pushed to another place than its upstream.
  PUSHES_ELSEWHERE,
  /// The repository changed between the analysis and the action.
  MOVED;

  /// Returns the word that a report shows, such as `no-upstream`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
