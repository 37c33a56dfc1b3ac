package gitoverit.git.repo;

import gitoverit.git.ObjectFormat;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;

/// A repository with its configuration.
///
/// @param layout where its parts are
/// @param config its configuration, with that of the system and the user
/// @param remotes its remotes, as the configuration defines them
public record Repository(RepositoryLayout layout, GitConfig config, Remotes remotes) {

  /// Returns the format of its object ids, which only its own configuration decides.
  public ObjectFormat format() {
    return formatOf(config);
  }

  /// Returns the format of the object ids of the repository with this configuration.
  public static ObjectFormat formatOf(GitConfig config) {
    return ObjectFormat.of(config.own().get(ObjectFormat.KEY));
  }
}
