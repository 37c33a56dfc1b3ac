package gitoverit.git.repo;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.ref.RefDatabase;

/// A repository whose refs and objects are open; the caller that opened them closes them.
///
/// @param repository the repository
/// @param refs its refs
/// @param objects its objects
public record OpenRepository(Repository repository, RefDatabase refs, ObjectDatabase objects) {

  /// Returns the layout of the repository.
  public RepositoryLayout layout() {
    return repository.layout();
  }

  /// Returns the configuration of the repository.
  public GitConfig config() {
    return repository.config();
  }
}
