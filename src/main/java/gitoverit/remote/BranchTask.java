package gitoverit.remote;

import static java.util.Objects.requireNonNull;

import gitoverit.git.command.Budget;
import gitoverit.git.command.GitCommand;
import gitoverit.git.command.GitTimeoutException;
import gitoverit.remote.SafeRules.Step;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.MovedRef.Action;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Fast-forwards or pushes one branch, after one more look whether it still stands as it was
/// judged.
///
/// What can go wrong in between is left to git to refuse: `--ff-only` never merges,
/// `--no-overwrite-ignore` keeps ignored files. A push says which commit it expects on the other
/// side (`--force-with-lease`), which makes it stricter than a plain one: it neither makes a branch
/// that has gone meanwhile nor moves one that somebody else has moved. It is never forced, since
/// that commit is an ancestor of what is pushed.
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
  private final AtomicBoolean over = new AtomicBoolean();
  private boolean retried;

  /// Makes one for a row that was judged to be safe.
  ///
  /// @param ready is run at the end
  BranchTask(RemoteContext context, RemoteStage stage, RowState row, Runnable ready) {
    this.context = context;
    this.stage = stage;
    this.row = row;
    this.ready = ready;
    this.step = requireNonNull(row.step);
    this.report = requireNonNull(row.report);
  }

  @Override
  public Lane lane() {
    return row.lane;
  }

  private long deadlineMillis() {
    return step == Step.PULL ? context.settings().pullMillis() : context.settings().pushMillis();
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
          outcome(new RemoteFailure(Cause.OTHER, lane().host(), String.valueOf(e.getMessage())));
    }
    if (actions != null) {
      finish(actions);
    }
  }

  /// Returns what came of it; null when it is to be tried again.
  private @Nullable RemoteActions act(Budget budget) throws IOException {
    String name = Objects.requireNonNull(report.head().branch());
    BranchFacts branch = BranchFacts.read(context.git(), row.layout, name, budget);
    SkipReason reason = reasonToLeave(branch);
    if (reason != null) {
      return row.actions().withSkipped(reason);
    }
    if (context.options().dryRun()) {
      return planned();
    }
    Map<String, String> variables =
        SshCommand.withoutPrompts(context.environment(), context.configs().read(row.layout));
    MovedRef moved = moved(branch);
    if (step == Step.PULL) {
      // Written before, so that what an interrupt cuts short can be undone too.
      context.journal().record(List.of(moved));
    }
    GitCommand.Output output =
        context.git().run(row.layout.path(), budget, command(branch), variables);
    RemoteFailure failure = output.succeeded() ? null : RemoteErrors.of(output, lane().host());
    if (step == Step.PULL ? failure != null : failure == null) {
      context.journal().record(List.of(step == Step.PULL ? moved.with(Action.VOID) : moved));
    }
    if (failure != null && RemoteErrors.isTransient(failure) && !retried) {
      retried = true;
      stage.throttle(lane());
      stage.submitAfter(RETRY_MILLIS, this);
      return null;
    }
    return outcome(failure);
  }

  private @Nullable SkipReason reasonToLeave(BranchFacts branch) {
    if (branch.remote().equals(".") || branch.remote().isEmpty()) {
      return SkipReason.LOCAL_UPSTREAM;
    }
    if (!branch.oid().equals(report.head().oid())) {
      return SkipReason.MOVED;
    }
    boolean elsewhere = step == Step.PUSH && !branch.pushRemote().equals(branch.remote());
    return elsewhere ? SkipReason.PUSHES_ELSEWHERE : null;
  }

  /// A pull moves the branch to its upstream, a push the remote-tracking ref to the branch.
  private MovedRef moved(BranchFacts branch) {
    return step == Step.PULL
        ? context.moved(Action.PULL, branch.oid(), branch.upstreamOid(), branch.ref(), row.layout)
        : context.moved(
            Action.PUSH, branch.upstreamOid(), branch.oid(), branch.upstream(), row.layout);
  }

  private RemoteActions planned() {
    List<String> plan = new ArrayList<>();
    List<String> before = row.actions().plan();
    if (before != null) {
      plan.addAll(before);
    }
    plan.add(step == Step.PULL ? "pull" : "push");
    return row.actions().withPlan(plan);
  }

  private List<String> command(BranchFacts branch) {
    List<String> command = new ArrayList<>(GIT);
    command.addAll(step == Step.PULL ? merge(branch) : push(branch));
    return command;
  }

  /// What `branch.<name>.mergeOptions` may say is taken back.
  private static List<String> merge(BranchFacts branch) {
    return List.of(
        "merge",
        "--quiet",
        "--ff-only",
        "--commit",
        "--no-squash",
        "--no-stat",
        "--no-autostash",
        "--no-overwrite-ignore",
        branch.upstreamOid());
  }

  private List<String> push(BranchFacts branch) {
    return List.of(
        "push",
        "--quiet",
        "--no-follow-tags",
        "--recurse-submodules=" + (report.counts().submodules() > 0 ? "check" : "no"),
        "--force-with-lease=" + branch.remoteRef() + ":" + branch.upstreamOid(),
        branch.remote(),
        branch.oid() + ":" + branch.remoteRef());
  }

  private RemoteActions outcome(@Nullable RemoteFailure failure) {
    return step == Step.PULL ? row.actions().withPull(failure) : row.actions().withPush(failure);
  }

  private RemoteFailure late() {
    String message = "no end after " + deadlineMillis() / 1000 + " s";
    return new RemoteFailure(Cause.TIMEOUT, lane().host(), message);
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
