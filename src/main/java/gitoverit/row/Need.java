package gitoverit.row;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// What must be read before a field can have a value. Without it the value is null.
public enum Need {
  /// Nothing but the place: a repository that cannot be read has a value too.
  NOTHING,
  /// The repository's own files.
  REPOSITORY,
  /// The worktree, which `--metadata-only` and bare repositories leave out.
  WORKTREE;

  /// Returns whether `result` comes from reading all of this.
  boolean isMetBy(RepoResult result) {
    return this == NOTHING
        || (result instanceof RepoResult.Analyzed(RepoReport report)
            && (this == REPOSITORY || report.worktree() != null));
  }
}
