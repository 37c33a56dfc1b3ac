package gitoverit.report;

/// Counts that do not depend on the files of the worktree.
///
/// @param submodules number of submodules
/// @param stashes number of stash entries
public record RepoCounts(int submodules, int stashes) {}
