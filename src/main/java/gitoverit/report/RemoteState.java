package gitoverit.report;

import org.jspecify.annotations.Nullable;

/// The remote that a branch follows, and the actions that involved a remote in this run.
///
/// @param url URL that git fetches from; null without a remote
/// @param pushUrl URL that git pushes to; null when it is the same
/// @param lastFetch time of the last fetch, seconds since the epoch; null when unknown
/// @param actions the actions of this run
public record RemoteState(
    @Nullable String url,
    @Nullable String pushUrl,
    @Nullable Long lastFetch,
    RemoteActions actions) {

  /// Returns the same state with other actions.
  RemoteState withActions(RemoteActions others) {
    return new RemoteState(url, pushUrl, lastFetch, others);
  }
}
