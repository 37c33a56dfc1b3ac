package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.Budget;
import gitoverit.git.command.GitOutput;
import gitoverit.git.command.GitTimeoutException;
import gitoverit.git.config.GitConfig;
import gitoverit.remote.stage.Lane;
import gitoverit.remote.stage.RemoteStage;
import gitoverit.remote.stage.RemoteTask;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Fetches the remotes of a repository one after the other, as `git fetch --all` does, but each in
/// the lane of its host, and without a process that only calls `git fetch` for each.
///
/// A fetch whose connection breaks is tried once more, after a pause. The deadline is for all
/// remotes together; the time spent waiting for a turn does not count.
final class FetchTask implements RemoteTask {
  private static final long GRACE_MILLIS = 5000;

  /// Repositories that failed at the same time must not retry at the same time.
  private static final long RETRY_MILLIS = 500;

  private static final long RETRY_SPREAD_MILLIS = 1000;

  private static final List<String> FETCH =
      List.of(
          "git",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "maintenance.auto=false",
          "-c",
          "gc.auto=0",
          "-c",
          "advice.fetchShowForcedUpdates=false",
          "fetch",
          "--quiet",
          "--no-show-forced-updates",
          "--no-auto-gc",
          "--no-write-commit-graph");

  private final RemoteContext context;
  private final RemoteStage stage;
  private final RepositoryLayout layout;
  private final GitConfig config;
  private final StoreFetch store;
  private final Map<String, String> variables;
  private final Iterator<FetchRemote> remotes;
  private final AtomicBoolean over = new AtomicBoolean();
  private FetchRemote remote;
  private long millisLeft;
  private boolean retried;
  private boolean anyFetched;
  private @Nullable RemoteFailure failure;

  /// Creates a task.
  ///
  /// @param layout the repository, or one of its worktrees
  /// @param remotes at least one
  /// @param store takes the outcome
  FetchTask(
      RemoteContext context,
      RemoteStage stage,
      RepositoryLayout layout,
      GitConfig config,
      List<FetchRemote> remotes,
      StoreFetch store) {
    this.context = context;
    this.stage = stage;
    this.layout = layout;
    this.config = config;
    this.store = store;
    this.variables = SshCommand.withoutPrompts(context.environment(), config);
    this.remotes = remotes.iterator();
    this.remote = this.remotes.next();
    this.millisLeft = context.settings().fetchMillis();
  }

  @Override
  public Lane lane() {
    return remote.lane();
  }

  @Override
  public long patienceMillis() {
    return context.settings().fetchMillis() + GRACE_MILLIS;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    RemoteFailure failed = fetch();
    millisLeft -= TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (over.get()) {
      return;
    }
    if (failed != null && RemoteErrors.isTransient(failed) && !retried && millisLeft > 0) {
      retried = true;
      stage.throttle(lane());
      stage.submitAfter(retryMillis(), this);
    } else {
      conclude(failed);
    }
  }

  private long retryMillis() {
    return RETRY_MILLIS + Math.floorMod(layout.path().hashCode(), RETRY_SPREAD_MILLIS);
  }

  private @Nullable RemoteFailure fetch() {
    try {
      FetchWitness witness = FetchWitness.before(context, layout, config);
      GitOutput output;
      try {
        output =
            context.git().run(layout.path(), Budget.ofMillis(millisLeft), command(), variables);
      } finally {
        // A fetch that fails halfway may have moved some refs.
        witness.after();
      }
      if (output.succeeded()) {
        return null;
      }
      context.git().requireOpen();
      return RemoteErrors.of(output, lane().host());
    } catch (GitTimeoutException _) {
      return late();
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return new RemoteFailure(Cause.OTHER, lane().host(), String.valueOf(e.getMessage()));
    }
  }

  /// The first fetch overwrites `FETCH_HEAD`, the others append to it.
  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>(FETCH);
    if (anyFetched) {
      command.add("--append");
    }
    command.add(RemoteName.argument(remote.name()));
    return command;
  }

  private RemoteFailure late() {
    String seconds = Long.toString(context.settings().fetchMillis() / 1000);
    return new RemoteFailure(Cause.TIMEOUT, lane().host(), "not finished after " + seconds + " s");
  }

  private void conclude(@Nullable RemoteFailure failed) {
    if (failed == null) {
      anyFetched = true;
    } else if (failure == null) {
      failure = failed;
    }
    if (remotes.hasNext() && millisLeft > 0) {
      remote = remotes.next();
      retried = false;
      stage.submit(this);
    } else {
      finish();
    }
  }

  private void finish() {
    if (over.compareAndSet(false, true)) {
      store.finish(RemoteActions.ofFetch(failure));
    }
  }

  @Override
  public void abandoned() {
    failure = late();
    finish();
  }
}
