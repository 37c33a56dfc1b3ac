package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;
import gitoverit.git.url.RemoteUrl;
import gitoverit.remote.SafeRules.Step;
import gitoverit.remote.SafeRules.Verdict;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Everything that is done with the remotes of many repositories, beside their analysis.
///
/// A repository is prepared here before it is analysed: what it shares with others (worktrees of
/// one repository) is fetched once, and what it borrows objects from first. If the analysis shows
/// that a pull or a push was asked for and is safe, it is prepared once more by just that, and
/// analysed again. All waiting happens on the threads of a [RemoteStage], at most so many at once
/// for one host and in all.
public final class RemoteWork {
  private final RemoteContext context;
  private final RemoteStage stage;
  private final SafeRules rules;
  private final StoreFetches stores = new StoreFetches();
  private final Map<Path, RowState> rows = new ConcurrentHashMap<>();

  /// Makes one for a run.
  ///
  /// @param workers how many fast-forwards may go on at once: they are work for this machine
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

  /// Begins what has to be done before a repository is analysed, and returns at once.
  ///
  /// @param ready is run once, on any thread, when that is done
  public void begin(RepositoryLayout layout, Runnable ready) {
    RowState row = row(layout);
    stage.submit(
        row.step == null
            ? new PlanTask(context, stage, stores, row, ready)
            : new BranchTask(context, stage, row, ready));
  }

  /// Returns what was done for a repository until now.
  public RemoteActions actionsOf(RepositoryLayout layout) {
    return row(layout).actions();
  }

  /// Returns why a ref that was moved could not be written down; null when all were.
  public @Nullable String journalProblem() {
    return context.journal().problem();
  }

  /// Returns whether a repository was analysed before in this run.
  public boolean isKnown(RepositoryLayout layout) {
    return row(layout).judged;
  }

  /// Returns the result to be shown; null when something is still to be done, by
  /// [#begin(RepositoryLayout, Runnable)], and the repository to be analysed once more.
  public @Nullable RepoResult settle(RepositoryLayout layout, RepoResult result) {
    RowState row = row(layout);
    RemoteOptions options = context.options();
    if (row.judged || !(options.pull() || options.push())) {
      rows.remove(layout.path());
      return result;
    }
    row.judged = true;
    Verdict verdict = verdict(row, result);
    if (verdict.step() == null) {
      rows.remove(layout.path());
      return result.withRemoteActions(row.actions().withSkipped(verdict.reason()));
    }
    row.step = verdict.step();
    return null;
  }

  private Verdict verdict(RowState row, RepoResult result) {
    if (!(result instanceof RepoResult.Analyzed(RepoReport report))) {
      return new Verdict(null, SkipReason.UNKNOWN);
    }
    Verdict verdict = rules.judge(report, row.actions());
    try {
      row.report = report;
      row.lane =
          verdict.step() == Step.PUSH ? pushLane(row.layout, report) : new Lane.FastForward();
      return verdict;
    } catch (IOException _) {
      return new Verdict(null, SkipReason.UNKNOWN);
    }
  }

  private Lane pushLane(RepositoryLayout layout, RepoReport report) throws IOException {
    GitConfig config = context.configs().read(layout);
    String remote = config.getText("branch." + report.head().branch() + ".remote");
    if (remote == null) {
      return new Lane.ThisMachine();
    }
    String url = new Remotes(config, context.files(), layout).named(remote).pushUrl();
    return Lane.of(RemoteUrl.parse(url).host());
  }
}
