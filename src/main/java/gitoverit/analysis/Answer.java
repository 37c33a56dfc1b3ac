package gitoverit.analysis;

import gitoverit.report.RepoReport.Engine;
import gitoverit.report.Stats;
import gitoverit.report.WorktreeStatus;
import org.jspecify.annotations.Nullable;

/// What an engine says about one repository.
///
/// @param head HEAD and how it stands to its upstream
/// @param lastCommit committer time of HEAD, in seconds; null without a commit
/// @param submodules number of submodules
/// @param worktree the state of the worktree; null when it was not looked at
/// @param engine who says it
/// @param stats what it cost
record Answer(
    HeadFacts head,
    @Nullable Long lastCommit,
    int submodules,
    @Nullable WorktreeStatus worktree,
    Engine engine,
    Stats stats) {}
