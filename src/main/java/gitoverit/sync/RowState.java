package gitoverit.sync;

import gitoverit.git.RepositoryLayout;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import org.jspecify.annotations.Nullable;

/// How far one row is on its way: fetch, analysis, perhaps a pull or a push, and then another
/// analysis. It is handed from thread to thread, and only one has it at a time.
final class RowState {
  final RepositoryLayout layout;
  @Nullable StoreFetch fetch;
  boolean judged;
  SafeRules.@Nullable Step step;
  @Nullable RepoReport report;
  @Nullable String host;
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
