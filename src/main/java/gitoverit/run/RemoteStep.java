package gitoverit.run;

import gitoverit.discovery.Found;
import gitoverit.fs.FileAccess;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import gitoverit.option.UsageException;
import gitoverit.remote.BadSettingException;
import gitoverit.remote.RemoteContext;
import gitoverit.remote.RemoteOptions;
import gitoverit.remote.RemoteSettings;
import gitoverit.remote.RemoteWork;
import gitoverit.remote.journal.Journal;
import gitoverit.schedule.Preparation;
import java.io.IOException;
import java.util.Map;

/// Has the remotes of what was found seen to before it is analysed. Only runs that do anything with
/// remotes have one.
///
/// @param sync does it
public record RemoteStep(RemoteWork sync) implements Preparation<Found> {

  @Override
  public void begin(Found found, Runnable ready) {
    if (found instanceof Found.Repository repository) {
      sync.begin(repository.layout(), ready);
    } else {
      ready.run();
    }
  }

  /// Makes what a run with these options needs.
  ///
  /// @throws UsageException if a setting of the user's makes no sense
  public static RemoteWork sync(
      Map<String, String> environment,
      RemoteOptions options,
      int workers,
      FileAccess files,
      GitCommand git,
      ConfigFiles configs,
      ConfigReader proven,
      ChildProcesses children)
      throws UsageException {
    RemoteSettings settings = options.settings() ? settings(configs) : RemoteSettings.USUAL;
    RemoteContext context =
        new RemoteContext(
            git,
            files,
            proven,
            environment,
            options,
            settings,
            new Journal(environment),
            System.currentTimeMillis());
    return new RemoteWork(context, children, workers);
  }

  private static RemoteSettings settings(ConfigFiles configs) throws UsageException {
    try {
      GitConfig user = configs.readUser();
      return RemoteSettings.read(user);
    } catch (BadSettingException | IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
