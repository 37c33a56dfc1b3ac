package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.remote.stage.Lane;
import gitoverit.remote.stage.RemoteStage;
import gitoverit.remote.stage.RemoteTask;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Finds the remotes of one repository, and joins the fetch of the store that it shares with others
/// or starts one. This reads only a few files, but on a file system that may hang.
final class PlanTask implements RemoteTask {
  private static final long PATIENCE_MILLIS = 15_000;

  private final RemoteContext context;
  private final RemoteStage stage;
  private final StoreFetches stores;
  private final RowState row;
  private final Runnable ready;
  private final AtomicBoolean over = new AtomicBoolean();

  /// Creates a task.
  ///
  /// @param ready runs when the fetch is over
  PlanTask(
      RemoteContext context, RemoteStage stage, StoreFetches stores, RowState row, Runnable ready) {
    this.context = context;
    this.stage = stage;
    this.stores = stores;
    this.row = row;
    this.ready = ready;
  }

  @Override
  public Lane lane() {
    return new Lane.ThisMachine();
  }

  @Override
  public long patienceMillis() {
    return PATIENCE_MILLIS;
  }

  @Override
  public void run() {
    RepositoryLayout layout = row.layout;
    try {
      GitConfig config = context.configs().read(layout);
      List<FetchRemote> remotes = FetchRemote.of(layout, config, context.files());
      if (context.options().dryRun()) {
        List<String> plan = remotes.isEmpty() ? List.of() : List.of("fetch");
        end(RemoteActions.NONE.withPlan(plan));
      } else if (remotes.isEmpty()) {
        end(RemoteActions.NONE);
      } else {
        join(config, remotes);
      }
    } catch (IOException | RuntimeException e) {
      end(failed(String.valueOf(e.getMessage())));
    }
  }

  private void join(GitConfig config, List<FetchRemote> remotes) throws IOException {
    StorePlace place = StorePlace.of(context.files(), row.layout);
    List<Path> lenders = place.lenders(context.files());
    if (!over.compareAndSet(false, true)) {
      return;
    }
    StoreFetch fresh = new StoreFetch();
    StoreFetch fetch = stores.join(place, fresh);
    row.fetch = fetch;
    fetch.whenDone(ready);
    if (fetch.equals(fresh)) {
      FetchTask task = new FetchTask(context, stage, row.layout, config, remotes, fresh);
      stores.afterAll(lenders, () -> stage.submit(task));
    }
  }

  private void end(RemoteActions actions) {
    if (over.compareAndSet(false, true)) {
      row.setActions(actions);
      ready.run();
    }
  }

  @Override
  public void abandoned() {
    end(failed("timed out reading its configuration"));
  }

  private static RemoteActions failed(String message) {
    return RemoteActions.ofFetch(new RemoteFailure(Cause.OTHER, null, message));
  }
}
