package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import org.jspecify.annotations.Nullable;

/// How far one row is on its way: fetch, analysis, perhaps a pull or a push, and then another
/// analysis. It is handed from thread to thread, and only one has it at a time.
final class RowState {
  /// The repository, or one of its worktrees.
  final RepositoryLayout layout;

  /// The fetch that it waits for; null when there is none, or not yet.
  @Nullable StoreFetch fetch;

  /// Whether it was analysed and judged after the fetch.
  boolean judged;

  /// What it was judged to be safe for; null for nothing.
  SafeRules.@Nullable Step step;

  /// What it was judged by.
  @Nullable RepoReport report;

  /// The lane of that.
  Lane lane = new Lane.ThisMachine();

  private @Nullable RemoteActions actions;

  RowState(RepositoryLayout layout) {
    this.layout = layout;
  }

  /// Returns what was done until now.
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
