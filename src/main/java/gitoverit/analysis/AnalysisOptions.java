package gitoverit.analysis;

/// The options of an analysis.
///
/// @param worktree whether to inspect the worktree, not only refs and configuration
/// @param timeoutMillis the time that one repository may take
/// @param source the source of the answers
public record AnalysisOptions(boolean worktree, long timeoutMillis, Source source) {
  /// A source of answers.
  public enum Source {
    /// Git's files in this process, and git for a repository whose state they do not prove.
    FILES_FIRST,
    /// Git for every repository, so that tests can compare.
    GIT_ALONE
  }
}
