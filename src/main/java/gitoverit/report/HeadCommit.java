package gitoverit.report;

import gitoverit.git.CommitFacts;

/// The commit that HEAD leads to.
///
/// @param oid full oid
/// @param facts the facts that a row shows
public record HeadCommit(String oid, CommitFacts facts) {}
