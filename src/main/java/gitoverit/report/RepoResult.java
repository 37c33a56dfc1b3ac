package gitoverit.report;

import gitoverit.git.RepositoryLayout;
import java.nio.file.Path;

/// The result of one repository: the facts about it, or the reason why they are unknown.
public sealed interface RepoResult {

  /// Returns the directory of the row, absolute.
  Path path();

  /// Returns the actions with its remotes, even for a repository that could not be read.
  RemoteActions remoteActions();

  /// Returns the same result with other actions with its remotes.
  RepoResult withRemoteActions(RemoteActions actions);

  /// Returns whether the analysis or any action with a remote failed.
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
    public RemoteActions remoteActions() {
      return report.remoteActions();
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
  /// @param path the directory of the row
  /// @param kind the kind of the directory, as far as it is known
  /// @param remoteActions the actions with its remotes before the failure
  /// @param failure the reason
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
