package gitoverit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done with the remotes of a repository, and what was not and why.
///
/// @param fetched whether a fetch ran and succeeded
/// @param fetchFailure why the fetch failed; null when it did not
/// @param pulled whether the branch was fast-forwarded
/// @param pullFailure why that failed; null when it did not
/// @param pushed whether the branch was pushed
/// @param pushFailure why that failed; null when it did not
/// @param skipped why a branch was left alone that was to be pulled or pushed; null when nothing
///   was asked for, was to be done, or was left
/// @param plan what would have been done: `fetch`, `pull`, `push`; null unless only a plan was
///   asked for
public record RemoteActions(
    boolean fetched,
    @Nullable RemoteFailure fetchFailure,
    boolean pulled,
    @Nullable RemoteFailure pullFailure,
    boolean pushed,
    @Nullable RemoteFailure pushFailure,
    @Nullable SkipReason skipped,
    @Nullable List<String> plan) {
  /// Nothing was asked for.
  public static final RemoteActions NONE =
      new RemoteActions(false, null, false, null, false, null, null, null);

  /// Returns what a fetch alone came to.
  ///
  /// @param failure why it failed; null when it succeeded
  public static RemoteActions ofFetch(@Nullable RemoteFailure failure) {
    return new RemoteActions(failure == null, failure, false, null, false, null, null, null);
  }

  /// Returns whether the fetch failed.
  public boolean fetchFailed() {
    return fetchFailure != null;
  }

  /// Returns whether fast-forwarding failed.
  public boolean pullFailed() {
    return pullFailure != null;
  }

  /// Returns whether pushing failed.
  public boolean pushFailed() {
    return pushFailure != null;
  }

  /// Returns whether anything failed.
  public boolean anyFailed() {
    return fetchFailed() || pullFailed() || pushFailed();
  }

  /// Returns these with the branch fast-forwarded, or not.
  ///
  /// @param failure why that failed; null when it succeeded
  public RemoteActions withPull(@Nullable RemoteFailure failure) {
    return new RemoteActions(
        fetched, fetchFailure, failure == null, failure, pushed, pushFailure, skipped, plan);
  }

  /// Returns these with the branch pushed, or not.
  ///
  /// @param failure why that failed; null when it succeeded
  public RemoteActions withPush(@Nullable RemoteFailure failure) {
    return new RemoteActions(
        fetched, fetchFailure, pulled, pullFailure, failure == null, failure, skipped, plan);
  }

  /// Returns these with a reason why the branch was left alone.
  public RemoteActions withSkipped(@Nullable SkipReason reason) {
    return new RemoteActions(
        fetched, fetchFailure, pulled, pullFailure, pushed, pushFailure, reason, plan);
  }

  /// Returns these with what would be done.
  public RemoteActions withPlan(List<String> steps) {
    return new RemoteActions(
        fetched,
        fetchFailure,
        pulled,
        pullFailure,
        pushed,
        pushFailure,
        skipped,
        List.copyOf(steps));
  }
}
