package gitoverit.git.commit;

import static java.util.Objects.requireNonNull;

import gitoverit.git.CommitFacts;
import gitoverit.git.ObjectId;
import java.io.IOException;

/// A commit with its message.
///
/// @param tree the oid of its tree
/// @param facts the facts that a row shows
public record Commit(ObjectId tree, CommitFacts facts) {

  /// Reads a whole commit.
  ///
  /// @param name the name of the commit for messages
  public static Commit parse(byte[] content, int oidLength, String name) throws IOException {
    CommitHeader header = requireNonNull(CommitHeader.parse(content, true, oidLength, name));
    return new Commit(
        header.tree(), new CommitFacts(header.committerSeconds(), CommitSubject.of(content)));
  }
}
