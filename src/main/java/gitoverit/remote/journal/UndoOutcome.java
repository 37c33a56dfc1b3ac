package gitoverit.remote.journal;

/// The result of an attempt to move a ref back.
public sealed interface UndoOutcome {

  /// The ref can be moved back.
  record Possible() implements UndoOutcome {}

  /// The ref was moved back.
  record Done() implements UndoOutcome {}

  /// The ref was left as it is.
  ///
  /// @param reason the reason, for the user
  record Left(String reason) implements UndoOutcome {}

  /// Returns whether the ref was left as it is.
  default boolean isLeft() {
    return this instanceof Left;
  }
}
