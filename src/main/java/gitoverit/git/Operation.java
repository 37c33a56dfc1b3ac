package gitoverit.git;

import java.util.Locale;

/// An operation that `git status` reports as in progress.
public enum Operation {
  /// `git merge`, not yet committed.
  MERGE,
  /// `git rebase`, in either backend.
  REBASE,
  /// `git am`.
  AM,
  /// `git cherry-pick`.
  CHERRY_PICK,
  /// `git revert`.
  REVERT,
  /// `git bisect`.
  BISECT;

  /// Returns the name that a report shows, such as `cherry-pick`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
