package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A finding of the search, which becomes a row.
public sealed interface Found {

  /// Returns the directory of the row.
  Path path();

  /// A repository.
  ///
  /// @param layout the locations of its parts
  /// @param place its place in the search, for the nested repositories that its analysis finds;
  ///   null when those are not findings of this search step
  record Repository(RepositoryLayout layout, @Nullable SearchPlace place) implements Found {
    @Override
    public Path path() {
      return layout.path();
    }
  }

  /// A directory that could not be searched, or whose `.git` is not a valid repository.
  ///
  /// @param path the directory
  /// @param cause the cause of the failure
  record Invalid(Path path, Throwable cause) implements Found {}
}
