package gitoverit.render;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// Why a repository asks for attention, the most urgent first.
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
    if (report.ahead() > 0) {
      return report.behind() > 0 ? DIVERGED : UNPUSHED;
    }
    if (report.detached() || Boolean.TRUE.equals(report.dirty())) {
      return DIRTY;
    }
    if (report.behind() > 0) {
      return BEHIND;
    }
    return report.stashes() > 0 ? STASH : NONE;
  }
}
