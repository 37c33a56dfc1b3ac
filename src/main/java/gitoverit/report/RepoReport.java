package gitoverit.report;

import gitoverit.git.Operation;
import gitoverit.git.RepositoryLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a row says about one repository.
///
/// @param layout where it is
/// @param branch short name of the branch, or `DETACHED@` and seven digits of the oid
/// @param detached whether HEAD is detached
/// @param head full oid of HEAD; null on an unborn branch
/// @param upstream short name of the upstream as git prints it; null without one
/// @param gone whether the upstream is configured and its remote-tracking ref missing
/// @param ahead commits that only the branch has; 0 without an upstream
/// @param behind commits that only the upstream has
/// @param remoteUrl URL of the remote as git uses it for fetching; null without a remote
/// @param pushUrl URL of the same remote for pushing; null when it does not differ
/// @param ident `Name <mail>` of the committer; null when unknown
/// @param submodules number of submodules
/// @param stashes number of stash entries
/// @param operations operations in progress
/// @param lastCommit committer time of HEAD, seconds since the epoch; null without a commit
/// @param lastFetch time of the last fetch, seconds since the epoch; null when none is known of
/// @param worktree what differs in the worktree; null when it was not looked at
/// @param remoteActions what was done with its remotes
/// @param engine who answered
/// @param stats what it cost
public record RepoReport(
    RepositoryLayout layout,
    String branch,
    boolean detached,
    @Nullable String head,
    @Nullable String upstream,
    boolean gone,
    int ahead,
    int behind,
    @Nullable String remoteUrl,
    @Nullable String pushUrl,
    @Nullable String ident,
    int submodules,
    int stashes,
    List<Operation> operations,
    @Nullable Long lastCommit,
    @Nullable Long lastFetch,
    @Nullable WorktreeStatus worktree,
    RemoteActions remoteActions,
    Engine engine,
    Stats stats) {

  /// Who answered.
  public enum Engine {
    /// This program, from git's own files.
    NATIVE,
    /// The git binary.
    GIT
  }

  /// Returns the same report with what was done with the remotes.
  public RepoReport withRemoteActions(RemoteActions actions) {
    return new RepoReport(
        layout,
        branch,
        detached,
        head,
        upstream,
        gone,
        ahead,
        behind,
        remoteUrl,
        pushUrl,
        ident,
        submodules,
        stashes,
        operations,
        lastCommit,
        lastFetch,
        worktree,
        actions,
        engine,
        stats);
  }

  /// Returns whether there is uncommitted work, an operation in progress or a detached HEAD; null
  /// when the worktree was not looked at.
  public @Nullable Boolean dirty() {
    return worktree == null ? null : worktree.hasChanges() || needsAttention();
  }

  /// Returns whether the repository is in a state that the status text marks with `!`.
  public boolean needsAttention() {
    return detached || !operations.isEmpty() || (worktree != null && worktree.unmerged() > 0);
  }
}
