package gitoverit.status;

import gitoverit.report.ChangeCounts;
import gitoverit.report.LineTotals;
import gitoverit.report.Stats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of a collection.
///
/// @param counts the changes, counted
/// @param submodules gitlinks with an entry in `.gitmodules`
/// @param stagedLines lines of the staged changes; null if git must count them
/// @param unstagedLines lines of the other changes; null if git must count them
/// @param latestMtime newest modification time; null when there is no file
/// @param cost the cost of the collection, which starts no git process
public record WorktreeChanges(
    ChangeCounts counts,
    int submodules,
    @Nullable LineTotals stagedLines,
    @Nullable LineTotals unstagedLines,
    @Nullable Instant latestMtime,
    Stats cost) {}
