package gitoverit.git;

/// What `HEAD` says is checked out.
public sealed interface Head {

  /// A branch with at least one commit.
  ///
  /// @param ref the ref that HEAD leads to at last; outside of `refs/heads/` in odd repositories
  /// @param oid what the ref points to
  record Branch(RefName ref, ObjectId oid) implements Head {}

  /// A branch that is yet to be born by its first commit.
  ///
  /// @param ref the ref that HEAD leads to, which does not exist
  record Unborn(RefName ref) implements Head {}

  /// No branch: HEAD holds a commit itself.
  ///
  /// @param oid the commit
  record Detached(ObjectId oid) implements Head {}
}
