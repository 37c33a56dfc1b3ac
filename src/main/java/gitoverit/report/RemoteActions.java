package gitoverit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The actions with the remotes of a repository in this run.
///
/// @param fetch the fetch
/// @param pull the fast-forward of the branch
/// @param push the push of the branch
/// @param skipped the reason why the branch was neither pulled nor pushed; null when neither was
///   wanted or needed, or one was done
/// @param plan the actions that would be done: `fetch`, `pull`, `push`; null unless only a plan was
///   wanted
public record RemoteActions(
    Step fetch, Step pull, Step push, @Nullable SkipReason skipped, @Nullable List<String> plan) {
  /// No action.
  public static final RemoteActions NONE =
      new RemoteActions(Step.NOT_TRIED, Step.NOT_TRIED, Step.NOT_TRIED, null, null);

  /// The outcome of one action.
  ///
  /// @param done whether it was done
  /// @param failure the failure; null when there is none
  public record Step(boolean done, @Nullable RemoteFailure failure) {
    /// Neither done nor failed.
    static final Step NOT_TRIED = new Step(false, null);

    static Step of(@Nullable RemoteFailure failure) {
      return new Step(failure == null, failure);
    }
  }

  /// Returns the actions after a fetch.
  ///
  /// @param failure the failure; null when the fetch succeeded
  public static RemoteActions ofFetch(@Nullable RemoteFailure failure) {
    return new RemoteActions(Step.of(failure), Step.NOT_TRIED, Step.NOT_TRIED, null, null);
  }

  /// Returns whether a fetch was done.
  public boolean fetched() {
    return fetch.done();
  }

  /// Returns the failure of the fetch; null when there is none.
  public @Nullable RemoteFailure fetchFailure() {
    return fetch.failure();
  }

  /// Returns whether the fetch failed.
  public boolean fetchFailed() {
    return fetch.failure() != null;
  }

  /// Returns whether the branch was fast-forwarded.
  public boolean pulled() {
    return pull.done();
  }

  /// Returns the failure of the fast-forward; null when there is none.
  public @Nullable RemoteFailure pullFailure() {
    return pull.failure();
  }

  /// Returns whether the fast-forward failed.
  public boolean pullFailed() {
    return pull.failure() != null;
  }

  /// Returns whether the branch was pushed.
  public boolean pushed() {
    return push.done();
  }

  /// Returns the failure of the push; null when there is none.
  public @Nullable RemoteFailure pushFailure() {
    return push.failure();
  }

  /// Returns whether the push failed.
  public boolean pushFailed() {
    return push.failure() != null;
  }

  /// Returns whether any action failed.
  public boolean anyFailed() {
    return fetchFailed() || pullFailed() || pushFailed();
  }

  /// Returns these actions and a fast-forward.
  ///
  /// @param failure the failure; null when the fast-forward succeeded
  public RemoteActions withPull(@Nullable RemoteFailure failure) {
    return new RemoteActions(fetch, Step.of(failure), push, skipped, plan);
  }

  /// Returns these actions and a push.
  ///
  /// @param failure the failure; null when the push succeeded
  public RemoteActions withPush(@Nullable RemoteFailure failure) {
    return new RemoteActions(fetch, pull, Step.of(failure), skipped, plan);
  }

  /// Returns these actions with a reason why the branch was neither pulled nor pushed.
  public RemoteActions withSkipped(@Nullable SkipReason reason) {
    return new RemoteActions(fetch, pull, push, reason, plan);
  }

  /// Returns these actions with a plan.
  public RemoteActions withPlan(List<String> steps) {
    return new RemoteActions(fetch, pull, push, skipped, List.copyOf(steps));
  }
}
