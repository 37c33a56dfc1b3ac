package gitoverit.row;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// The reasons why a repository needs attention, the most urgent first.
public enum Attention {
  /// It could not be read, or something done to it failed.
  FAILED,
  /// An operation is in progress.
  OPERATION,
  /// There are unmerged paths.
  UNMERGED,
  /// Branch and upstream have gone different ways.
  DIVERGED,
  /// There are commits that the upstream does not have.
  UNPUSHED,
  /// Something is not committed, or HEAD is detached.
  DIRTY,
  /// The upstream has commits that the branch does not have.
  BEHIND,
  /// There is a stash.
  STASH,
  /// Nothing.
  NONE;

  /// Returns the most urgent reason of a row.
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
