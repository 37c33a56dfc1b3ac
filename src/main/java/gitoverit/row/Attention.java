package gitoverit.row;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// Why a repository asks for attention, the most urgent first.
public enum Attention {
  /// It could not be read, or something done to it failed.
  FAILED(1),
  /// An operation is in progress.
  OPERATION(2),
  /// There are unmerged paths.
  UNMERGED(3),
  /// Branch and upstream have gone different ways.
  DIVERGED(4),
  /// There are commits that the upstream does not have.
  UNPUSHED(5),
  /// Something is not committed, or HEAD is detached.
  DIRTY(6),
  /// The upstream has commits that the branch does not have.
  BEHIND(7),
  /// There is a stash.
  STASH(8),
  /// Nothing.
  NONE(9);

  private final int rank;

  Attention(int rank) {
    this.rank = rank;
  }

  /// Returns the place in this order, from 1 to 9.
  int rank() {
    return rank;
  }

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
