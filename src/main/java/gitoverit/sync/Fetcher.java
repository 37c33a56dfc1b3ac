package gitoverit.sync;

import gitoverit.analysis.Budget;
import gitoverit.analysis.GitCommand;
import gitoverit.analysis.GitTimeoutException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import gitoverit.report.RemoteActions;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Runs `git fetch --all` in a repository that has a remote: never with a prompt, never for longer
/// than its deadline, and with no maintenance afterwards.
public final class Fetcher {
  /// How long one fetch may take, in milliseconds.
  public static final long DEADLINE_MILLIS = 60_000;

  private static final List<String> FETCH =
      List.of(
          "git",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "maintenance.auto=false",
          "-c",
          "gc.auto=0",
          "fetch",
          "--all",
          "--quiet",
          "--no-show-forced-updates",
          "--no-auto-maintenance");

  private final GitCommand git;
  private final ConfigReader configs;
  private final Map<String, String> environment;

  /// Makes a fetcher.
  ///
  /// @param environment the user's environment, which may name an ssh command
  public Fetcher(GitCommand git, ConfigReader configs, Map<String, String> environment) {
    this.git = git;
    this.configs = configs;
    this.environment = environment;
  }

  /// Fetches, and tells how it went. Never throws: a failure is told.
  public RemoteActions fetch(RepositoryLayout layout) {
    try {
      GitConfig config = configs.read(layout);
      return config.subsections("remote").isEmpty() ? RemoteActions.NONE : run(layout, config);
    } catch (GitTimeoutException _) {
      return failed("no end after " + DEADLINE_MILLIS / 1000 + " s");
    } catch (IOException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private RemoteActions run(RepositoryLayout layout, GitConfig config) throws IOException {
    Map<String, String> variables = SshCommand.withoutPrompts(environment, config);
    Budget budget = Budget.ofMillis(DEADLINE_MILLIS);
    GitCommand.Output output = git.run(layout.path(), budget, FETCH, variables);
    return output.succeeded() ? new RemoteActions(null, true) : failed(output.reason());
  }

  private static RemoteActions failed(String reason) {
    return new RemoteActions(reason, false);
  }
}
