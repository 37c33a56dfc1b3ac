package gitoverit.discovery;

import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the repository that contains a directory, as git itself would from there.
///
/// For a submodule it finds the superproject. A start that its repository ignores is searched as if
/// it were outside of the repository, because the user has named it.
final class EnclosingRepository {
  private final LayoutReader layouts;
  private final WorktreeScopes scopes;

  EnclosingRepository(LayoutReader layouts, WorktreeScopes scopes) {
    this.layouts = layouts;
    this.scopes = scopes;
  }

  /// The repository and the worktree around a directory.
  ///
  /// @param repository the repository to show for the directory; null when there is none, or when
  ///   the directory is itself the root of a worktree that is no submodule
  /// @param scope the worktree that the directory belongs to, as the search of its parent directory
  ///   would pass it on
  record Surroundings(@Nullable RepositoryLayout repository, SearchPlace.@Nullable Scope scope) {}

  Surroundings of(Path directory) throws IOException {
    Path parent = directory.getParent();
    RepositoryLayout outer = parent == null ? null : nearest(parent);
    if (outer == null) {
      return new Surroundings(null, null);
    }
    RepositoryLayout own = at(directory);
    SearchPlace.Scope scope = scopes.at(outer, directory);
    if (own == null) {
      return new Surroundings(superproject(outer), scope);
    }
    return scopes.isSubmodule(outer, own)
        ? new Surroundings(superproject(outer), scope)
        : new Surroundings(null, null);
  }

  private RepositoryLayout superproject(RepositoryLayout layout) throws IOException {
    Path parent = layout.path().getParent();
    RepositoryLayout outer = parent == null ? null : nearest(parent);
    return outer != null && scopes.isSubmodule(outer, layout) ? superproject(outer) : layout;
  }

  private @Nullable RepositoryLayout nearest(Path directory) throws IOException {
    for (Path path = directory; path != null; path = path.getParent()) {
      RepositoryLayout layout = at(path);
      if (layout != null) {
        return layout;
      }
    }
    return null;
  }

  /// Returns the repository whose worktree begins at `directory`. An invalid one is skipped, as git
  /// skips it; the search reports it when it visits the directory.
  private @Nullable RepositoryLayout at(Path directory) throws IOException {
    try {
      return layouts.findWorktree(directory);
    } catch (NotARepositoryException | GitFormatException _) {
      return null;
    }
  }
}
