package gitoverit.report;

import gitoverit.git.RepositoryLayout;
import java.nio.file.Path;

/// What became of one repository: its facts, or why there are none.
public sealed interface RepoResult {

  /// The directory that the row is about, absolute.
  Path path();

  /// Returns the same result with what was done with its remotes.
  RepoResult withRemoteActions(RemoteActions actions);

  /// Whether anything that was asked for this repository failed.
  boolean failed();

  /// A repository whose state is known.
  ///
  /// @param report its facts
  record Analyzed(RepoReport report) implements RepoResult {
    @Override
    public Path path() {
      return report.layout().path();
    }

    @Override
    public RepoResult withRemoteActions(RemoteActions actions) {
      return new Analyzed(report.withRemoteActions(actions));
    }

    @Override
    public boolean failed() {
      return report.remoteActions().anyFailed();
    }
  }

  /// A repository whose state could not be read; every fact about it is unknown.
  ///
  /// @param path the directory that the row is about
  /// @param kind what kind of place it is, as far as known
  /// @param remoteActions what was done with its remotes before it failed
  /// @param failure why
  record Failed(Path path, RepositoryLayout.Kind kind, RemoteActions remoteActions, Failure failure)
      implements RepoResult {
    @Override
    public RepoResult withRemoteActions(RemoteActions actions) {
      return new Failed(path, kind, actions, failure);
    }

    @Override
    public boolean failed() {
      return true;
    }
  }
}
