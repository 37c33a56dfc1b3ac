package gitoverit.remote;

import static java.util.Objects.requireNonNull;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.ChildProcesses;
import gitoverit.remote.SafeRules.Verdict;
import gitoverit.remote.stage.Lane;
import gitoverit.remote.stage.RemoteStage;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Works with the remotes of all repositories of a run, at the same time as their analysis.
///
/// Each repository is fetched before it is analysed. Worktrees that share a store are fetched once,
/// and a store is fetched before those that borrow objects from it. If the analysis then shows that
/// a pull or a push is wanted and safe, the step is done and the repository is analysed again. All
/// waiting happens on the threads of a [RemoteStage], which limits the tasks for one host and in
/// all.
public final class RemoteWork {
  private final RemoteContext context;
  private final RemoteStage stage;
  private final SafeRules rules;
  private final StoreFetches stores = new StoreFetches();
  private final Map<Path, RowState> rows = new ConcurrentHashMap<>();

  /// Creates the work of a run.
  ///
  /// @param workers the number of fast-forwards at the same time; they are limited because they
  ///   need processors
  public RemoteWork(RemoteContext context, ChildProcesses children, int workers) {
    RemoteSettings settings = context.settings();
    int jobs = context.options().oneByOne() ? 1 : settings.fetchJobs();
    this.context = context;
    this.rules = new SafeRules(context.options());
    this.stage =
        new RemoteStage(
            jobs,
            lane ->
                switch (lane) {
                  case Lane.Host _ -> settings.fetchPerHost();
                  case Lane.ThisMachine _ -> jobs;
                  case Lane.FastForward _ -> workers;
                },
            children);
  }

  private RowState row(RepositoryLayout layout) {
    return rows.computeIfAbsent(layout.path(), _ -> new RowState(layout));
  }

  /// Starts the work that precedes the analysis of a repository, and returns immediately.
  ///
  /// @param ready runs once, on any thread, when that work is done
  public void begin(RepositoryLayout layout, Runnable ready) {
    RowState row = row(layout);
    SafeStep next = row.next;
    stage.submit(
        next == null
            ? new PlanTask(context, stage, stores, row, ready)
            : new BranchTask(context, stage, row, next, ready));
  }

  /// Returns the actions for a repository so far.
  public RemoteActions actionsOf(RepositoryLayout layout) {
    return row(layout).actions();
  }

  /// Returns the reason why the journal is incomplete; null if it is complete.
  public @Nullable String journalProblem() {
    return context.journal().problem();
  }

  /// Returns whether a repository was analysed before in this run.
  public boolean isKnown(RepositoryLayout layout) {
    return row(layout).judged;
  }

  /// Returns the result to show; null if a pull or a push must follow, by [#begin(RepositoryLayout,
  /// Runnable)], and another analysis.
  public @Nullable RepoResult settle(RepositoryLayout layout, RepoResult result) {
    RowState row = row(layout);
    RemoteOptions options = context.options();
    if (row.judged || !(options.pull() || options.push())) {
      rows.remove(layout.path());
      return result;
    }
    row.judged = true;
    SkipReason reason = judge(row, result);
    if (row.next != null) {
      return null;
    }
    rows.remove(layout.path());
    return result.withRemoteActions(row.actions().withSkipped(reason));
  }

  /// Sets the next step, or returns the reason why there is none.
  private @Nullable SkipReason judge(RowState row, RepoResult result) {
    if (!(result instanceof RepoResult.Analyzed(RepoReport report))) {
      return SkipReason.UNKNOWN;
    }
    Verdict verdict = rules.judge(report, row.actions());
    Step step = verdict.step();
    if (step == null) {
      return verdict.reason();
    }
    try {
      row.next =
          new SafeStep(
              step, report, step.lane(context, row.layout, requireNonNull(report.head().branch())));
      return null;
    } catch (IOException _) {
      return SkipReason.UNKNOWN;
    }
  }
}
