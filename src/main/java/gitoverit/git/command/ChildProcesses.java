package gitoverit.git.command;

import gitoverit.fs.FileAccess;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The processes that this program has started and that have not ended, so that none outlives it.
///
/// A process that takes too long is ended with all processes it has started ([ProcessTree]).
public final class ChildProcesses {
  private static final long INTERRUPT_MILLIS = 1000;

  private final ProcessTree trees;
  private final Map<Process, String> running = new ConcurrentHashMap<>();
  private final AtomicInteger started = new AtomicInteger();
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("deadlines").factory());
  private final CountDownLatch closing = new CountDownLatch(1);

  /// Creates an empty set.
  ///
  /// @param files reads `/proc`
  public ChildProcesses(FileAccess files) {
    this.trees = new ProcessTree(files);
    deadlines.setRemoveOnCancelPolicy(true);
    // Otherwise a caller that creates many of these would keep a thread for each, forever.
    deadlines.setKeepAliveTime(1, TimeUnit.SECONDS);
    deadlines.allowCoreThreadTimeOut(true);
  }

  /// Starts a process that belongs to this set until [#ended(Process)].
  ///
  /// @throws CancellationException if [#endAll()] was called
  Process start(ProcessBuilder builder) throws IOException {
    requireOpen();
    String mark = ProcessHandle.current().pid() + "-" + started.incrementAndGet() + ".";
    builder.environment().put(ProcessTree.MARK, mark);
    Process process = builder.start();
    running.put(process, mark);
    if (isClosed()) {
      end(process);
      requireOpen();
    }
    return process;
  }

  /// Removes a process that has ended from the set.
  void ended(Process process) {
    running.remove(process);
  }

  /// Runs `action` after a time unless the returned future is cancelled before.
  public ScheduledFuture<?> after(long millis, Runnable action) {
    return deadlines.schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /// Ends one process and all processes it has started.
  void end(Process process) {
    String mark = running.get(process);
    trees.end(mark == null ? Map.of() : Map.of(process, mark));
  }

  /// Ends all processes and lets no new one start.
  public void endAll() {
    closing.countDown();
    trees.end(Map.copyOf(running));
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /// Waits a moment for [#endAll()] after a process was interrupted: Ctrl-C reaches all processes
  /// of the terminal, and this program may be the last one to notice.
  ///
  /// @throws CancellationException if it was called
  void interrupted() throws InterruptedException {
    boolean _ = closing.await(INTERRUPT_MILLIS, TimeUnit.MILLISECONDS);
    requireOpen();
  }

  /// @throws CancellationException if [#endAll()] was called
  void requireOpen() {
    if (isClosed()) {
      throw new CancellationException("the run is being ended");
    }
  }
}
