package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;

/// Something the search came upon that is a row.
public sealed interface Found {

  /// The directory that the row is about.
  Path path();

  /// A repository.
  ///
  /// @param layout where its parts are
  record Repository(RepositoryLayout layout) implements Found {
    @Override
    public Path path() {
      return layout.path();
    }
  }

  /// A directory that could not be searched, or whose `.git` is no valid repository.
  ///
  /// @param path the directory
  /// @param cause what was wrong
  record Invalid(Path path, IOException cause) implements Found {}
}
