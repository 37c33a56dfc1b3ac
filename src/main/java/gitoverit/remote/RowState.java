package gitoverit.remote;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.git.RepositoryLayout;
import gitoverit.report.RemoteActions;
import org.jspecify.annotations.Nullable;

/// Holds the progress of one row: a fetch, an analysis, perhaps a pull or a push, and then another
/// analysis. Threads pass it on, and only one thread has it at a time.
final class RowState {
  /// The repository, or one of its worktrees.
  final RepositoryLayout layout;

  /// The fetch that the row waits for; null without one, or before it.
  @Nullable StoreFetch fetch;

  /// Whether the row was analysed and judged after the fetch.
  boolean judged;

  /// The step to take after that; null for none.
  @Nullable SafeStep next;

  @GuardedBy("this")
  private @Nullable RemoteActions actions;

  RowState(RepositoryLayout layout) {
    this.layout = layout;
  }

  /// Returns the actions so far.
  synchronized RemoteActions actions() {
    if (actions == null) {
      actions = fetch == null ? RemoteActions.NONE : fetch.outcome();
    }
    return actions;
  }

  synchronized void setActions(RemoteActions done) {
    actions = done;
  }
}
