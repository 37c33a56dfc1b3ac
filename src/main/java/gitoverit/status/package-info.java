/// Compares HEAD, index and worktree of one repository as `git status` does, in one walk of the
/// worktree. It runs no process: it refuses with an `UnprovenException` when it cannot prove its
/// answer. Read `WorktreeScan` first.
package gitoverit.status;
