package gitoverit.analysis;

import gitoverit.report.HeadState;
import gitoverit.report.Provenance;
import gitoverit.report.WorktreeStatus;
import org.jspecify.annotations.Nullable;

/// The facts about one repository that either engine can report.
///
/// @param head HEAD, and its branch against the upstream
/// @param submodules number of submodules
/// @param worktree the state of the worktree; null when it was not inspected
/// @param provenance the engine that answered, and the cost
record Answer(
    HeadState head, int submodules, @Nullable WorktreeStatus worktree, Provenance provenance) {}
