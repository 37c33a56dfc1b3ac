package gitoverit.git.config;

import gitoverit.git.RepositoryLayout;
import java.io.IOException;

/// Reads the configuration of repositories. Many threads use it.
public interface ConfigReader {

  /// Returns the configuration of one repository, or of one of its worktrees.
  ///
  /// @throws gitoverit.git.GitFormatException if any file of it is malformed
  /// @throws IOException if a file exists and cannot be read
  GitConfig read(RepositoryLayout layout) throws IOException;
}
