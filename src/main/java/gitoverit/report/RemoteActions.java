package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// What was done with the remotes of a repository before it was analysed.
///
/// @param fetchFailure why the fetch failed, in one line; null when it did not fail
/// @param fetched whether a fetch ran and succeeded
public record RemoteActions(@Nullable String fetchFailure, boolean fetched) {
  /// Nothing was asked for.
  public static final RemoteActions NONE = new RemoteActions(null, false);

  /// Returns whether the fetch failed.
  public boolean fetchFailed() {
    return fetchFailure != null;
  }

  /// Returns whether anything failed.
  public boolean anyFailed() {
    return fetchFailed();
  }
}
