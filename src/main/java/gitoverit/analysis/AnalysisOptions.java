package gitoverit.analysis;

/// What an analysis is asked for.
///
/// @param worktree whether to look at the worktree, not only at refs and configuration
/// @param timeoutMillis how long one repository may take
/// @param alwaysAskGit whether to ask git about everything, which tests compare with
public record AnalysisOptions(boolean worktree, long timeoutMillis, boolean alwaysAskGit) {}
