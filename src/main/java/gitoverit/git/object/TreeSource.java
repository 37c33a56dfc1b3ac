package gitoverit.git.object;

import java.io.IOException;

/// A source of tree objects.
public interface TreeSource {

  /// Returns the content of a tree: for each entry the mode in octal, a space, the name, NUL and
  /// the oid.
  ///
  /// @param oids holds the oid of the tree
  /// @param at the offset at which it begins there
  /// @throws MissingObjectException if there is no such object
  /// @throws gitoverit.git.GitFormatException if it is damaged, or is not a tree
  byte[] tree(byte[] oids, int at) throws IOException;
}
