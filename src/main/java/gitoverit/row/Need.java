package gitoverit.row;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// The part of a repository that must be read before a field has a value. Without it, the value is
/// null.
public enum Need {
  /// Only the path: a repository that cannot be read has a value too.
  NOTHING,
  /// The repository's own files.
  REPOSITORY,
  /// The worktree. Bare repositories have none, and `--metadata-only` skips it.
  WORKTREE;

  /// Returns whether this part was read for `result`.
  boolean isMetBy(RepoResult result) {
    return this == NOTHING
        || (result instanceof RepoResult.Analyzed(RepoReport report)
            && (this == REPOSITORY || report.worktree() != null));
  }
}
