package gitoverit.run;

import gitoverit.discovery.Found;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.GitConfig;
import gitoverit.option.UsageException;
import gitoverit.remote.BadSettingException;
import gitoverit.remote.RemoteContext;
import gitoverit.remote.RemoteOptions;
import gitoverit.remote.RemoteSettings;
import gitoverit.remote.RemoteWork;
import gitoverit.schedule.Preparation;
import java.io.IOException;

/// Fetches, pulls or pushes a repository before it is analysed. Only runs that work with remotes
/// load this step.
///
/// @param work the work with remotes
record RemoteStep(RemoteWork work) implements Preparation<Found> {

  @Override
  public void begin(Found found, Runnable ready) {
    if (found instanceof Found.Repository repository) {
      work.begin(repository.layout(), ready);
    } else {
      ready.run();
    }
  }

  /// Returns the work with remotes for one run.
  ///
  /// @param workers the number of fast-forwards at a time
  /// @throws UsageException if a setting of the user is invalid
  static RemoteWork remotes(Engine engine, RemoteOptions options, int workers)
      throws UsageException {
    RemoteContext context =
        new RemoteContext(
            engine.git(),
            engine.files(),
            engine.configs(),
            engine.environment(),
            options,
            options.settings() ? settings(engine.userConfigs()) : RemoteSettings.USUAL,
            engine.journal(),
            System.currentTimeMillis());
    return new RemoteWork(context, engine.children(), workers);
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
