package gitoverit.report;

import gitoverit.git.Operation;
import gitoverit.git.RepositoryLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts about one repository.
///
/// @param layout the locations of its parts
/// @param head HEAD, and its branch against the upstream
/// @param remote the remote that the branch follows
/// @param ident `Name <mail>` of the committer; null when unknown
/// @param counts submodules and stash entries
/// @param operations operations in progress
/// @param worktree the differences in the worktree; null when it was not inspected
/// @param provenance the engine that answered, and the cost
public record RepoReport(
    RepositoryLayout layout,
    HeadState head,
    RemoteState remote,
    @Nullable String ident,
    RepoCounts counts,
    List<Operation> operations,
    @Nullable WorktreeStatus worktree,
    Provenance provenance) {

  /// The engine that answered.
  public enum Engine {
    /// This program, from git's own files.
    NATIVE,
    /// The git binary.
    GIT
  }

  /// Returns the actions that involved a remote in this run.
  public RemoteActions remoteActions() {
    return remote.actions();
  }

  /// Returns the same report with other actions.
  public RepoReport withRemoteActions(RemoteActions actions) {
    return new RepoReport(
        layout, head, remote.withActions(actions), ident, counts, operations, worktree, provenance);
  }

  /// Returns the engine that answered.
  public Engine engine() {
    return provenance.engine();
  }

  /// Returns whether there is uncommitted work, an operation in progress or a detached HEAD; null
  /// when the worktree was not inspected.
  public @Nullable Boolean dirty() {
    return worktree == null ? null : worktree.hasChanges() || isUnsettled();
  }

  /// Returns whether HEAD is detached, an operation in progress or a path unmerged: the states that
  /// the status text marks with `!`.
  public boolean isUnsettled() {
    return head.detached()
        || !operations.isEmpty()
        || (worktree != null && worktree.unmerged() > 0);
  }
}
