package gitoverit.remote;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigReader;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all work with remotes needs.
///
/// @param git the git binary
/// @param files the file system
/// @param configs the configuration of repositories
/// @param environment the user's environment, which may name an ssh command
/// @param options what is to be done
/// @param settings how much at once, and for how long
/// @param journal takes what is moved
/// @param run what run this is: the milliseconds since the epoch at which it began
public record RemoteContext(
    GitCommand git,
    FileAccess files,
    ConfigReader configs,
    Map<String, String> environment,
    RemoteOptions options,
    RemoteSettings settings,
    Journal journal,
    long run) {

  /// Returns what the journal is to keep of a ref that is moved now.
  MovedRef moved(
      MovedRef.Action action,
      @Nullable String old,
      @Nullable String now,
      String ref,
      RepositoryLayout layout) {
    long seconds = System.currentTimeMillis() / 1000;
    return new MovedRef(run, seconds, action, old, now, ref, layout.path());
  }
}
