/// Compares HEAD, index and worktree of one repository as `git status` does, in one walk of the
/// worktree. It runs no process: what it cannot prove it refuses with `UnprovenException`. Read
/// `WorktreeScan` first.
package gitoverit.status;
