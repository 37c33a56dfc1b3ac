package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Something the search came upon that is a row.
public sealed interface Found {

  /// The directory that the row is about.
  Path path();

  /// A repository.
  ///
  /// @param layout where its parts are
  /// @param place the place to search for nested repositories, which its analysis comes upon
  ///   anyway; null when that is no concern of this one
  record Repository(RepositoryLayout layout, @Nullable SearchPlace place) implements Found {
    @Override
    public Path path() {
      return layout.path();
    }
  }

  /// A directory that could not be searched, or whose `.git` is no valid repository.
  ///
  /// @param path the directory
  /// @param cause what was wrong
  record Invalid(Path path, Throwable cause) implements Found {}
}
