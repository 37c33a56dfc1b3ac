package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// The commit that HEAD leads to.
///
/// @param oid full oid
/// @param committerTime seconds since the epoch; null when the commit has no committer
public record HeadCommit(String oid, @Nullable Long committerTime) {}
