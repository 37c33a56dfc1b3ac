package gitoverit.git.ref;

import gitoverit.git.ObjectId;
import gitoverit.git.RefName;

/// The value that is stored under the name of a ref.
sealed interface RefValue {

  /// A value at which following symbolic refs ends.
  sealed interface End extends RefValue {}

  /// An oid.
  record Direct(ObjectId oid) implements End {}

  /// Another ref's name.
  record Symbolic(RefName target) implements RefValue {}

  /// Content that is not a value of a ref.
  record Broken(String reason) implements End {}

  /// No value: there is no such ref.
  record Absent() implements End {}

  /// The one instance that all readers share, since most lookups find no value.
  Absent ABSENT = new Absent();
}
