package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// The ref that a branch follows.
///
/// @param ref its full name, mostly that of a remote-tracking ref
/// @param shortName the name as `git status` prints it, such as `origin/main`
/// @param oid what it points to, which need not be a commit; null when it is gone
public record Upstream(RefName ref, String shortName, @Nullable ObjectId oid) {

  /// Returns whether the ref is configured but does not exist, or not as anything that git can
  /// read.
  public boolean isGone() {
    return oid == null;
  }
}
