package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// The branch and commit that HEAD names, and how the branch compares with its upstream.
///
/// @param branch short name of the branch, also of an unborn one; null when HEAD is detached
/// @param commit the commit; null on an unborn branch
/// @param tracking the upstream of the branch; null without one
public record HeadState(
    @Nullable String branch, @Nullable HeadCommit commit, @Nullable Tracking tracking) {

  /// Returns whether HEAD contains an oid instead of the name of a branch.
  public boolean detached() {
    return branch == null;
  }

  /// Returns the full oid of the commit; null on an unborn branch.
  public @Nullable String oid() {
    return commit == null ? null : commit.oid();
  }

  /// Returns the committer time of the commit in seconds since the epoch; null without a commit.
  public @Nullable Long lastCommit() {
    return commit == null ? null : commit.facts().committerSeconds();
  }

  /// Returns the short name of the upstream; null without one.
  public @Nullable String upstream() {
    return tracking == null ? null : tracking.upstream();
  }

  /// Returns whether an upstream is configured and its ref is missing.
  public boolean gone() {
    return tracking != null && tracking.gone();
  }

  /// Returns the number of commits that only the branch has; 0 without an upstream.
  public int ahead() {
    return tracking == null ? 0 : tracking.ahead();
  }

  /// Returns the number of commits that only the upstream has; 0 without an upstream.
  public int behind() {
    return tracking == null ? 0 : tracking.behind();
  }
}
