package gitoverit.analysis;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.config.GitConfig;
import java.io.IOException;

/// Reads configuration files, and asks git where they depend on facts that only git knows.
public final class ProvenConfigs implements ConfigReader {
  private final ConfigFiles files;
  private final GitCommand git;
  private final long timeoutMillis;

  /// Creates a reader.
  ///
  /// @param timeoutMillis the milliseconds that git may take
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
      // git answers for the configuration alone: the engine of the report stays native.
      GitAnswers answers = new GitAnswers(git, layout, Budget.ofMillis(timeoutMillis));
      byte[] listing = answers.ask("config", "--list", "-z");
      return GitConfig.parseListing(listing, files.readOwn(layout), git.environment().get("HOME"));
    }
  }
}
