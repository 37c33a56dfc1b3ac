package gitoverit.remote;

import static java.util.Objects.requireNonNull;

import gitoverit.git.command.Budget;
import gitoverit.git.command.GitOutput;
import gitoverit.git.command.GitTimeoutException;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.stage.Lane;
import gitoverit.remote.stage.RemoteStage;
import gitoverit.remote.stage.RemoteTask;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Pulls or pushes one branch, if it is still in the state in which it was judged.
///
/// Git refuses every step that has become unsafe after that check; see [Pull] and [Push].
final class BranchTask implements RemoteTask {
  private static final long GRACE_MILLIS = 5000;
  private static final long RETRY_MILLIS = 700;

  private static final List<String> GIT =
      List.of(
          "git", "-c", "core.fsmonitor=false", "-c", "maintenance.auto=false", "-c", "gc.auto=0");

  private final RemoteContext context;
  private final RemoteStage stage;
  private final RowState row;
  private final Runnable ready;
  private final Step step;
  private final RepoReport report;
  private final Lane lane;
  private final AtomicBoolean over = new AtomicBoolean();
  private boolean retried;

  /// Creates a task.
  ///
  /// @param next the step to take
  /// @param ready runs at the end
  BranchTask(
      RemoteContext context, RemoteStage stage, RowState row, SafeStep next, Runnable ready) {
    this.context = context;
    this.stage = stage;
    this.row = row;
    this.ready = ready;
    this.step = next.step();
    this.report = next.report();
    this.lane = next.lane();
  }

  @Override
  public Lane lane() {
    return lane;
  }

  private long deadlineMillis() {
    return step.deadlineMillis(context.settings());
  }

  @Override
  public long patienceMillis() {
    return deadlineMillis() + GRACE_MILLIS;
  }

  @Override
  public void run() {
    RemoteActions actions;
    try {
      actions = act(Budget.ofMillis(deadlineMillis()));
    } catch (GitTimeoutException _) {
      actions = outcome(late());
    } catch (IOException | RuntimeException e) {
      actions =
          outcome(new RemoteFailure(Cause.OTHER, lane.host(), String.valueOf(e.getMessage())));
    }
    if (actions != null) {
      finish(actions);
    }
  }

  /// Returns the outcome; null if the task will run again.
  private @Nullable RemoteActions act(Budget budget) throws IOException {
    BranchFacts branch =
        BranchFacts.read(context.git(), row.layout, requireNonNull(report.head().branch()), budget);
    SkipReason reason = reasonToSkip(branch);
    if (reason != null) {
      return row.actions().withSkipped(reason);
    }
    if (context.options().dryRun()) {
      return planned();
    }
    RemoteFailure failure = move(branch, budget);
    if (failure != null && RemoteErrors.isTransient(failure) && !retried) {
      retried = true;
      stage.throttle(lane);
      stage.submitAfter(RETRY_MILLIS, this);
      return null;
    }
    return outcome(failure);
  }

  private @Nullable SkipReason reasonToSkip(BranchFacts branch) {
    if (branch.remote().equals(".") || branch.remote().isEmpty()) {
      return SkipReason.LOCAL_UPSTREAM;
    }
    return branch.isAt(report.head().oid()) ? step.reasonToSkip(branch) : SkipReason.MOVED;
  }

  private RemoteActions planned() {
    List<String> plan = new ArrayList<>();
    List<String> before = row.actions().plan();
    if (before != null) {
      plan.addAll(before);
    }
    plan.add(step.word());
    return row.actions().withPlan(plan);
  }

  /// Runs git; returns the reason why it failed, or null.
  private @Nullable RemoteFailure move(BranchFacts branch, Budget budget) throws IOException {
    List<String> command = new ArrayList<>(GIT);
    command.addAll(step.command(branch, report));
    Map<String, String> variables =
        SshCommand.withoutPrompts(context.environment(), context.configs().read(row.layout));
    MovedRef moved = step.moved(context, row.layout, branch);
    step.journalBefore(context.journal(), moved);
    GitOutput output = context.git().run(row.layout.path(), budget, command, variables);
    step.journalAfter(context.journal(), moved, output.succeeded());
    return output.succeeded() ? null : RemoteErrors.of(output, lane.host());
  }

  private RemoteActions outcome(@Nullable RemoteFailure failure) {
    return step.outcome(row.actions(), failure);
  }

  private RemoteFailure late() {
    String message = "not finished after " + deadlineMillis() / 1000 + " s";
    return new RemoteFailure(Cause.TIMEOUT, lane.host(), message);
  }

  private void finish(RemoteActions actions) {
    if (over.compareAndSet(false, true)) {
      row.setActions(actions);
      ready.run();
    }
  }

  @Override
  public void abandoned() {
    finish(outcome(late()));
  }
}
