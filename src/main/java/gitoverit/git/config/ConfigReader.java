package gitoverit.git.config;

import gitoverit.git.RepositoryLayout;
import java.io.IOException;

/// Tells the configuration of repositories. Used by many threads.
public interface ConfigReader {

  /// Returns the configuration of one repository, or of one of its worktrees.
  ///
  /// @throws gitoverit.git.GitFormatException if any file of it is malformed
  /// @throws IOException if a file is there and cannot be read
  GitConfig read(RepositoryLayout layout) throws IOException;
}
