package gitoverit.analysis;

/// What an analysis is asked for.
///
/// @param worktree whether to look at the worktree, not only at refs and configuration
/// @param timeoutMillis how long one repository may take
public record AnalysisOptions(boolean worktree, long timeoutMillis) {}
