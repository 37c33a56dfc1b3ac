package gitoverit.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The processes this program has started and not yet seen end, so that none outlives it.
///
/// A process is ended with everything it has started itself: first asked, so that git can remove
/// its lock files, and soon after forced.
public final class ChildProcesses {
  private static final long GRACE_MILLIS = 80;

  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("deadlines").factory());
  private volatile boolean closed;

  /// Makes an empty set.
  public ChildProcesses() {
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /// Starts a process that belongs to this set until [#ended(Process)].
  ///
  /// @throws CancellationException if [#endAll()] was called
  Process start(ProcessBuilder builder) throws IOException {
    requireOpen();
    Process process = builder.start();
    running.add(process);
    if (closed) {
      endTrees(List.of(process));
      requireOpen();
    }
    return process;
  }

  /// Takes a process that has ended out of the set.
  void ended(Process process) {
    running.remove(process);
  }

  /// Runs `action` after a time unless the returned future is cancelled before.
  ScheduledFuture<?> after(long millis, Runnable action) {
    return deadlines.schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /// Ends one process and all it has started.
  void end(Process process) {
    endTrees(List.of(process));
  }

  /// Ends all processes and lets no new one start.
  public void endAll() {
    closed = true;
    endTrees(List.copyOf(running));
  }

  private static void endTrees(List<Process> roots) {
    List<ProcessHandle> all = new ArrayList<>();
    for (Process root : roots) {
      root.descendants().forEach(all::add);
      all.add(root.toHandle());
    }
    all.forEach(ProcessHandle::destroy);
    awaitEnd(all);
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static void awaitEnd(List<ProcessHandle> handles) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (System.nanoTime() < end && handles.stream().anyMatch(ProcessHandle::isAlive)) {
      try {
        Thread.sleep(2);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new CancellationException("the run is being ended");
    }
  }
}
