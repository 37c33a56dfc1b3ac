package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// The ref that a branch follows.
///
/// @param ref its full name, usually that of a remote-tracking ref
/// @param shortName the name as `git status` prints it, such as `origin/main`
/// @param oid the object that it points to, which need not be a commit; null when the ref is gone
public record Upstream(RefName ref, String shortName, @Nullable ObjectId oid) {

  /// Returns whether the ref is configured but does not exist, or is not readable for git.
  public boolean isGone() {
    return oid == null;
  }
}
