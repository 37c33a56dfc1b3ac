package gitoverit.remote;

import gitoverit.report.RemoteActions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one fetch of everything that keeps its refs and objects in one place: a repository with all
/// its worktrees. Whoever needs it waits for it here.
final class StoreFetch {
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable RemoteActions outcome;

  /// Runs `action` when the fetch is over: on this thread if it is already.
  void whenDone(Runnable action) {
    synchronized (this) {
      if (outcome == null) {
        waiting.add(action);
        return;
      }
    }
    action.run();
  }

  /// Tells how the fetch went, and has all who wait go on. Only the first call counts.
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

  /// Returns how the fetch went.
  synchronized RemoteActions outcome() {
    return outcome == null ? RemoteActions.NONE : outcome;
  }
}
