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
import java.util.concurrent.TimeUnit;

/// Ends processes with all processes that they have started.
///
/// Each process first gets a signal that it can handle, so that git can remove its lock files, and
/// soon after one that it cannot. git itself gets the second one only after much more time than it
/// needs on a loaded machine, because a lock that stays behind would stop every later git. A
/// process that is started in the moment in which its parent ends is no longer known as a child; on
/// Linux it is still found by a mark in its environment, which all processes inherit.
final class ProcessTree {
  /// The variable that marks a process and its descendants.
  static final String MARK = "GITOVERIT_CHILD";

  private static final Path PROCESSES = Path.of("/proc");
  private static final long GRACE_MILLIS = 80;
  private static final long GRACE_OF_GIT_MILLIS = 1000;
  private static final int STAT_LIMIT = 1 << 16;
  private static final int ENVIRONMENT_LIMIT = 1 << 22;

  private final FileAccess files;

  /// @param files reads `/proc`
  ProcessTree(FileAccess files) {
    this.files = files;
  }

  /// Ends processes and all that they have started.
  ///
  /// @param roots each process with the value of its [#MARK]
  void end(Map<Process, String> roots) {
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

  /// Lists the processes of the system once for all trees.
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

  /// Adds the leaves first: a git whose helper has ended removes its lock files and ends by itself.
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

  /// Returns whether a process runs. One that has ended counts as alive until its parent reads its
  /// exit code, which the parent of orphans may do late.
  private boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    Path file = PROCESSES.resolve(Long.toString(process.pid())).resolve("stat");
    try {
      byte[] stat = files.read(file, STAT_LIMIT);
      return stat == null || !isZombie(stat);
    } catch (IOException _) {
      // Not Linux, or not readable.
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
}
