package gitoverit.run;

import gitoverit.analysis.AnalysisOptions;
import gitoverit.analysis.ProvenConfigs;
import gitoverit.analysis.RepositoryAnalyzer;
import gitoverit.discovery.Explainer;
import gitoverit.discovery.RepositoryFinder;
import gitoverit.discovery.SearchOptions;
import gitoverit.discovery.WorktreeScopes;
import gitoverit.fs.FileAccess;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.repo.RootIgnores;
import gitoverit.remote.journal.Journal;
import java.util.Map;

/// Wires the objects that read repositories: the only place that knows which needs which.
public final class Engine {
  private final FileAccess files;
  private final Map<String, String> environment;
  private final ConfigFiles userConfigs;
  private final long timeoutMillis;
  private final ChildProcesses children;
  private final GitCommand git;
  private final ConfigReader configs;
  private final RootIgnores ignores;

  private Engine(
      FileAccess files,
      Map<String, String> environment,
      ConfigFiles userConfigs,
      long timeoutMillis,
      ChildProcesses children) {
    this.files = files;
    this.environment = environment;
    this.userConfigs = userConfigs;
    this.timeoutMillis = timeoutMillis;
    this.children = children;
    this.git = new GitCommand(environment, children);
    this.configs = new ProvenConfigs(userConfigs, git, timeoutMillis);
    this.ignores = new RootIgnores(files, configs, environment);
  }

  /// Returns an engine that has not started anything.
  ///
  /// @param environment the user's environment variables
  /// @param configs the configuration files, the user's perhaps already read
  /// @param timeoutMillis the time that git may take to read one configuration
  public static Engine of(
      FileAccess files, Map<String, String> environment, ConfigFiles configs, long timeoutMillis) {
    return new Engine(files, environment, configs, timeoutMillis, new ChildProcesses(files));
  }

  /// Returns an engine with the same processes that reads the user's configuration again.
  public Engine afresh() {
    return new Engine(
        files, environment, new ConfigFiles(files, environment), timeoutMillis, children);
  }

  /// Returns the file system.
  public FileAccess files() {
    return files;
  }

  /// Returns the processes that this engine has started.
  public ChildProcesses children() {
    return children;
  }

  /// Returns the git binary.
  public GitCommand git() {
    return git;
  }

  /// Returns a search.
  public RepositoryFinder finder(SearchOptions options) {
    return new RepositoryFinder(files, options, new WorktreeScopes(files, configs, ignores));
  }

  /// Returns an explanation of a search with the same options.
  public Explainer explainer(SearchOptions options) {
    return new Explainer(files, options, new WorktreeScopes(files, configs, ignores));
  }

  /// Returns an analyzer for any number of repositories and threads.
  public RepositoryAnalyzer analyzer(AnalysisOptions options) {
    return new RepositoryAnalyzer(files, git, configs, ignores, options);
  }

  /// Returns the journal of the refs that runs of this user have moved.
  public Journal journal() {
    return new Journal(environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  ConfigReader configs() {
    return configs;
  }

  ConfigFiles userConfigs() {
    return userConfigs;
  }
}
