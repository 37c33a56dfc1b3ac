package gitoverit.git.command;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The processes this program has started and not yet seen end, so that none outlives it.
///
/// A process is ended with everything it has started itself: first asked, so that git can remove
/// its lock files, and soon after forced; git itself only when it had much more time than a loaded
/// machine makes it take, as a lock that is left behind would be in everybody's way. What it starts
/// in the very moment of its end is no longer known as its child; on Linux it is still found by a
/// mark in the environment, which all inherit.
public final class ChildProcesses {
  private static final String MARK = "GITOVERIT_CHILD";
  private static final Path PROCESSES = Path.of("/proc");
  private static final long GRACE_MILLIS = 80;
  private static final long GRACE_OF_GIT_MILLIS = 1000;
  private static final long INTERRUPT_MILLIS = 1000;
  private static final int STAT_LIMIT = 1 << 16;
  private static final int ENVIRONMENT_LIMIT = 1 << 22;

  private final FileAccess files;
  private final Map<Process, String> running = new ConcurrentHashMap<>();
  private final AtomicInteger started = new AtomicInteger();
  private final ScheduledThreadPoolExecutor deadlines =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("deadlines").factory());
  private final CountDownLatch closing = new CountDownLatch(1);

  /// Makes an empty set.
  ///
  /// @param files shows the processes of the system
  public ChildProcesses(FileAccess files) {
    this.files = files;
    deadlines.setRemoveOnCancelPolicy(true);
    // Whoever makes many of these would else have a thread for each, for ever.
    deadlines.setKeepAliveTime(1, TimeUnit.SECONDS);
    deadlines.allowCoreThreadTimeOut(true);
  }

  /// Starts a process that belongs to this set until [#ended(Process)].
  ///
  /// @throws CancellationException if [#endAll()] was called
  Process start(ProcessBuilder builder) throws IOException {
    requireOpen();
    String mark = ProcessHandle.current().pid() + "-" + started.incrementAndGet() + ".";
    builder.environment().put(MARK, mark);
    Process process = builder.start();
    running.put(process, mark);
    if (isClosed()) {
      end(process);
      requireOpen();
    }
    return process;
  }

  /// Takes a process that has ended out of the set.
  void ended(Process process) {
    running.remove(process);
  }

  /// Runs `action` after a time unless the returned future is cancelled before.
  public ScheduledFuture<?> after(long millis, Runnable action) {
    return deadlines.schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /// Ends one process and all it has started.
  void end(Process process) {
    String mark = running.get(process);
    endTrees(mark == null ? Map.of() : Map.of(process, mark));
  }

  /// Ends all processes and lets no new one start.
  public void endAll() {
    closing.countDown();
    endTrees(Map.copyOf(running));
  }

  private void endTrees(Map<Process, String> roots) {
    if (roots.isEmpty()) {
      return;
    }
    List<ProcessHandle> all = new ArrayList<>();
    Map<Long, List<ProcessHandle>> children = allChildren();
    for (Process root : roots.keySet()) {
      addTree(root.toHandle(), children, all);
    }
    for (ProcessHandle process : all) {
      process.destroy();
    }
    awaitEnd(all, GRACE_MILLIS);
    all.stream().filter(process -> !isGit(process)).forEach(ProcessHandle::destroyForcibly);
    awaitEnd(all, GRACE_OF_GIT_MILLIS);
    all.forEach(ProcessHandle::destroyForcibly);
    endMarked(roots.values());
  }

  private static boolean isGit(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/git");
  }

  /// Asks the system once, whatever the number of trees.
  private static Map<Long, List<ProcessHandle>> allChildren() {
    Map<Long, List<ProcessHandle>> children = new HashMap<>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Optional<ProcessHandle> parent = process.parent();
      if (parent.isPresent()) {
        children.computeIfAbsent(parent.get().pid(), _ -> new ArrayList<>()).add(process);
      }
    }
    return children;
  }

  /// Adds the leaves first: a git that sees its helper end goes by itself, and cleans up.
  private static void addTree(
      ProcessHandle root, Map<Long, List<ProcessHandle>> children, List<ProcessHandle> all) {
    for (ProcessHandle child : children.getOrDefault(root.pid(), List.of())) {
      addTree(child, children, all);
    }
    all.add(root);
  }

  private void awaitEnd(List<ProcessHandle> handles, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (ProcessHandle handle : handles) {
      while (isRunning(handle) && System.nanoTime() < end) {
        try {
          Thread.sleep(2);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /// Returns whether a process runs: one that has ended counts as alive until its parent asks for
  /// it, which that of orphans may do late.
  private boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    Path file = PROCESSES.resolve(Long.toString(process.pid())).resolve("stat");
    try {
      byte[] stat = files.read(file, STAT_LIMIT);
      return stat == null || !isZombie(stat);
    } catch (IOException _) {
      // Not Linux, or not to be seen.
      return true;
    }
  }

  /// The state follows the name in parentheses, which may hold any characters (`proc(5)`).
  private static boolean isZombie(byte[] stat) {
    int end = stat.length - 1;
    while (end > 0 && stat[end] != ')') {
      end--;
    }
    return end + 2 < stat.length && stat[end + 2] == 'Z';
  }

  private void endMarked(Iterable<String> marks) {
    List<byte[]> variables = new ArrayList<>();
    for (String mark : marks) {
      variables.add((MARK + "=" + mark).getBytes(StandardCharsets.US_ASCII));
    }
    DirectoryListing processes = new DirectoryListing();
    try (Directory directory = files.openDirectory(PROCESSES)) {
      directory.list(processes);
    } catch (IOException _) {
      // No such directory: not Linux.
      return;
    }
    for (int i = 0; i < processes.count(); i++) {
      byte[] name = processes.name(i);
      if (name[0] >= '0' && name[0] <= '9') {
        endIfMarked(new String(name, StandardCharsets.US_ASCII), variables);
      }
    }
  }

  private void endIfMarked(String pid, List<byte[]> variables) {
    byte[] environment;
    try {
      environment = files.read(PROCESSES.resolve(pid).resolve("environ"), ENVIRONMENT_LIMIT);
    } catch (IOException _) {
      // Another user's, or ended meanwhile.
      return;
    }
    for (byte[] variable : variables) {
      if (environment != null && contains(environment, variable)) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /// Waits for [#endAll()] a moment, as one of the processes was interrupted: Ctrl-C goes to all on
  /// the terminal at once, and this program may be the last to know of it.
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
