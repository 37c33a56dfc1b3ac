package gitoverit.render;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.WorktreeStatus;
import gitoverit.row.StatusText;
import java.time.Instant;

/// A property of a row that the summary or the key counts.
public enum Trait {
  /// There are no uncommitted changes.
  CLEAN,
  /// There are uncommitted changes.
  DIRTY,
  /// There are commits that the upstream does not have.
  AHEAD,
  /// The upstream has commits that the branch does not have.
  BEHIND,
  /// The repository could not be read, or an action on its remotes failed.
  FAILED,
  /// An action on its remotes failed.
  REMOTE_FAILED,
  /// There are modified files.
  MODIFIED,
  /// There are untracked files.
  UNTRACKED,
  /// There are deleted files.
  DELETED,
  /// There are submodules.
  SUBMODULES,
  /// The branch was fast-forwarded.
  PULLED,
  /// The branch was pushed.
  PUSHED,
  /// The branch is ahead or behind, as of a fetch over a day ago.
  STALE,
  /// The status text has a `!`.
  UNSETTLED,
  /// A part of the state is unknown.
  UNKNOWN;

  /// Returns whether a row has this trait.
  ///
  /// @param now the time of the run
  boolean isOf(RepoResult row, Instant now) {
    return switch (this) {
      case FAILED -> row.failed();
      case REMOTE_FAILED -> row.remoteActions().anyFailed();
      default ->
          row instanceof RepoResult.Analyzed(RepoReport report)
              ? isOf(report, now)
              : this == UNKNOWN;
    };
  }

  private boolean isOf(RepoReport report, Instant now) {
    return switch (this) {
      case CLEAN -> Boolean.FALSE.equals(report.dirty());
      case DIRTY -> Boolean.TRUE.equals(report.dirty());
      case AHEAD -> report.head().ahead() > 0;
      case BEHIND -> report.head().behind() > 0;
      case SUBMODULES -> report.counts().submodules() > 0;
      case PULLED -> report.remoteActions().pulled();
      case PUSHED -> report.remoteActions().pushed();
      case STALE ->
          report.head().ahead() + report.head().behind() > 0 && StatusText.isStale(report, now);
      case UNSETTLED -> report.isUnsettled();
      default -> report.worktree() == null ? this == UNKNOWN : isOf(report.worktree());
    };
  }

  private boolean isOf(WorktreeStatus worktree) {
    return switch (this) {
      case MODIFIED -> worktree.modified() > 0;
      case UNTRACKED -> worktree.untracked() > 0;
      case DELETED -> worktree.deleted() > 0;
      default -> this == UNKNOWN && worktree.lines() == null;
    };
  }
}
