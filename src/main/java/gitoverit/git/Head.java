package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// What `HEAD` says is checked out.
public sealed interface Head {

  /// Returns the commit; null when there is none yet.
  @Nullable ObjectId oid();

  /// Returns the ref that HEAD leads to; null when it holds a commit itself.
  @Nullable RefName ref();

  /// A branch with at least one commit.
  ///
  /// @param ref the ref that HEAD leads to at last; outside of `refs/heads/` in odd repositories
  /// @param oid what the ref points to
  record Branch(RefName ref, ObjectId oid) implements Head {}

  /// A branch that is yet to be born by its first commit.
  ///
  /// @param ref the ref that HEAD leads to, which does not exist
  record Unborn(RefName ref) implements Head {
    @Override
    public @Nullable ObjectId oid() {
      return null;
    }
  }

  /// No branch: HEAD holds a commit itself.
  ///
  /// @param oid the commit
  record Detached(ObjectId oid) implements Head {
    @Override
    public @Nullable RefName ref() {
      return null;
    }
  }
}
