package gitoverit.analysis;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import java.io.IOException;

/// Reads configuration files, and asks git where they depend on something that only git can tell.
public final class ProvenConfigs implements ConfigReader {
  private final ConfigFiles files;
  private final GitCommand git;
  private final long timeoutMillis;

  /// Makes a reader.
  ///
  /// @param timeoutMillis how long git may take
  public ProvenConfigs(ConfigFiles files, GitCommand git, long timeoutMillis) {
    this.files = files;
    this.git = git;
    this.timeoutMillis = timeoutMillis;
  }

  @Override
  public GitConfig read(RepositoryLayout layout) throws IOException {
    try {
      return files.read(layout);
    } catch (UnprovenException _) {
      // One question to git, for the configuration alone: the engine of the report stays native.
      GitAnswers answers = new GitAnswers(git, layout, Budget.ofMillis(timeoutMillis));
      byte[] listing = answers.ask("config", "--list", "-z");
      return GitConfig.parseListing(listing, files.readOwn(layout), git.environment().get("HOME"));
    }
  }
}
