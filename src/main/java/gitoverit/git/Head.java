package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// The branch or commit that `HEAD` names as checked out.
public sealed interface Head {

  /// Returns the commit; null when there is none yet.
  @Nullable ObjectId oid();

  /// Returns the ref that HEAD points to; null when HEAD is detached.
  @Nullable RefName ref();

  /// A branch with at least one commit.
  ///
  /// @param ref the ref that HEAD finally points to; outside of `refs/heads/` in unusual
  ///   repositories
  /// @param oid the commit that the ref points to
  record Branch(RefName ref, ObjectId oid) implements Head {}

  /// An unborn branch: it has no commit yet.
  ///
  /// @param ref the ref that HEAD points to, which does not exist
  record Unborn(RefName ref) implements Head {
    @Override
    public @Nullable ObjectId oid() {
      return null;
    }
  }

  /// No branch: HEAD is detached and refers directly to a commit.
  ///
  /// @param oid the commit
  record Detached(ObjectId oid) implements Head {
    @Override
    public @Nullable RefName ref() {
      return null;
    }
  }
}
