package gitoverit.remote;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;
import gitoverit.git.url.RemoteUrl;
import gitoverit.remote.stage.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A remote from which `git fetch --all` fetches.
///
/// @param name its name
/// @param lane the lane of its host
record FetchRemote(String name, Lane lane) {

  /// Returns the remotes of a repository in git's order. A remote without a URL, such as one that
  /// only the user's own configuration mentions, is left out.
  ///
  /// @throws IOException if a setting is malformed
  static List<FetchRemote> of(RepositoryLayout layout, GitConfig config, FileAccess files)
      throws IOException {
    Remotes remotes = new Remotes(config, files, layout);
    List<FetchRemote> found = new ArrayList<>(1);
    for (String name : remotes.names()) {
      String key = "remote." + name;
      boolean leadsSomewhere = config.contains(key + ".url") || config.contains(key + ".vcs");
      if (leadsSomewhere && !isSkipped(config, key)) {
        found.add(new FetchRemote(name, lane(remotes, name)));
      }
    }
    return found;
  }

  private static boolean isSkipped(GitConfig config, String key) throws IOException {
    return config.getBoolean(key + ".skipfetchall", false)
        || config.getBoolean(key + ".skipdefaultupdate", false);
  }

  private static Lane lane(Remotes remotes, String name) throws IOException {
    try {
      return Lane.of(RemoteUrl.parse(remotes.named(name).url()).host());
    } catch (UnprovenException _) {
      return new Lane.ThisMachine();
    }
  }
}
