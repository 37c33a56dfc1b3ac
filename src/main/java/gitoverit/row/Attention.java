package gitoverit.row;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// The reasons why a repository needs attention, most urgent first.
public enum Attention {
  /// It could not be read, or an action on its remotes failed.
  FAILED,
  /// An operation is in progress.
  OPERATION,
  /// Some paths are unmerged.
  UNMERGED,
  /// Branch and upstream have diverged.
  DIVERGED,
  /// There are commits that the upstream does not have.
  UNPUSHED,
  /// There are uncommitted changes, or HEAD is detached.
  DIRTY,
  /// The upstream has commits that the branch does not have.
  BEHIND,
  /// A stash exists.
  STASH,
  /// Nothing.
  NONE;

  /// Returns the most urgent reason for a row.
  public static Attention of(RepoResult row) {
    return row.failed() || !(row instanceof RepoResult.Analyzed(RepoReport report))
        ? FAILED
        : of(report);
  }

  private static Attention of(RepoReport report) {
    if (!report.operations().isEmpty()) {
      return OPERATION;
    }
    if (report.worktree() != null && report.worktree().unmerged() > 0) {
      return UNMERGED;
    }
    if (report.head().ahead() > 0) {
      return report.head().behind() > 0 ? DIVERGED : UNPUSHED;
    }
    if (report.head().detached() || Boolean.TRUE.equals(report.dirty())) {
      return DIRTY;
    }
    if (report.head().behind() > 0) {
      return BEHIND;
    }
    return report.counts().stashes() > 0 ? STASH : NONE;
  }
}
