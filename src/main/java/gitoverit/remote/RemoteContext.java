package gitoverit.remote;

import gitoverit.fs.FileAccess;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigReader;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The context of all work with remotes.
///
/// @param git the git binary
/// @param files the file system
/// @param configs the configuration of repositories
/// @param environment the user's environment, which may name an ssh command
/// @param options the work that the user wants
/// @param settings limits and deadlines
/// @param journal takes moved refs
/// @param run the run, identified by the milliseconds since the epoch at which it began
public record RemoteContext(
    GitCommand git,
    FileAccess files,
    ConfigReader configs,
    Map<String, String> environment,
    RemoteOptions options,
    RemoteSettings settings,
    Journal journal,
    long run) {

  /// Returns the journal entry of a ref that is moved now.
  MovedRef moved(
      MovedRef.Action action,
      @Nullable ObjectId old,
      @Nullable ObjectId now,
      RefName ref,
      RepositoryLayout layout) {
    long seconds = System.currentTimeMillis() / 1000;
    return new MovedRef(run, seconds, action, old, now, ref, layout.path());
  }
}
