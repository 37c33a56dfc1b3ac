package gitoverit.git.ref;

import gitoverit.git.ObjectId;
import gitoverit.git.RefName;

/// What is stored under the name of a ref.
sealed interface RefValue {

  /// Where following symbolic refs comes to its end.
  sealed interface End extends RefValue {}

  /// An oid.
  record Direct(ObjectId oid) implements End {}

  /// Another ref's name.
  record Symbolic(RefName target) implements RefValue {}

  /// Something that is no value of a ref.
  record Broken(String reason) implements End {}

  /// Nothing.
  record Absent() implements End {}

  /// Nothing, for the many times that it is found.
  Absent ABSENT = new Absent();
}
