package gitoverit.status;

import gitoverit.report.LineTotals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a collection has found, and what it took.
///
/// @param staged records with a change between HEAD and index
/// @param unstaged records with a change between index and worktree
/// @param unmerged unmerged paths
/// @param modified records with any of M, A, T
/// @param deleted records with D
/// @param untracked untracked files and directories
/// @param submodules gitlinks with an entry in `.gitmodules`
/// @param stagedLines lines of the staged changes; null if git is to be asked
/// @param unstagedLines lines of the other changes; null if git is to be asked
/// @param latestMtime newest modification time; null when there is no file
/// @param entries entries of the index
/// @param stats files asked about with `stat`
/// @param directoriesListed directories listed
/// @param filesHashed files compared by content
public record WorktreeChanges(
    int staged,
    int unstaged,
    int unmerged,
    int modified,
    int deleted,
    int untracked,
    int submodules,
    @Nullable LineTotals stagedLines,
    @Nullable LineTotals unstagedLines,
    @Nullable Instant latestMtime,
    int entries,
    int stats,
    int directoriesListed,
    int filesHashed) {}
