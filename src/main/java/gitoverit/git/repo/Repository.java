package gitoverit.git.repo;

import gitoverit.git.ObjectFormat;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;

/// A repository with its configuration.
///
/// @param layout the locations of its parts
/// @param config its configuration, with that of the system and the user
/// @param remotes its remotes, as the configuration defines them
public record Repository(RepositoryLayout layout, GitConfig config, Remotes remotes) {

  /// Returns the format of its object ids.
  public ObjectFormat format() {
    return config.objectFormat();
  }
}
