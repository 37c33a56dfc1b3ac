package gitoverit.remote;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.report.RemoteActions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The single fetch into a store, which a repository shares with all its worktrees. Every row of
/// the store waits for it.
final class StoreFetch {
  @GuardedBy("this")
  private final List<Runnable> waiting = new ArrayList<>();

  @GuardedBy("this")
  private @Nullable RemoteActions outcome;

  /// Runs `action` when the fetch is over; if it is over already, immediately on this thread.
  void whenDone(Runnable action) {
    synchronized (this) {
      if (outcome == null) {
        waiting.add(action);
        return;
      }
    }
    action.run();
  }

  /// Sets the outcome, and runs all waiting actions. Only the first call counts.
  void finish(RemoteActions result) {
    List<Runnable> released;
    synchronized (this) {
      if (outcome != null) {
        return;
      }
      outcome = result;
      released = List.copyOf(waiting);
      waiting.clear();
    }
    released.forEach(Runnable::run);
  }

  /// Returns the outcome.
  synchronized RemoteActions outcome() {
    return outcome == null ? RemoteActions.NONE : outcome;
  }
}
