package gitoverit.git.command;

import gitoverit.fs.PathBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs the git binary: fixed environment, a deadline, captured output, never a prompt, no lock.
///
/// The environment variables that point git at another repository (`git rev-parse
/// --local-env-vars`), or that change the meaning of a pathspec, are not inherited. Settings in the
/// environment are, since git would honour them too.
public final class GitCommand {
  private static final List<String> NOT_INHERITED =
      List.of(
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CEILING_DIRECTORIES",
          "GIT_COMMON_DIR",
          "GIT_CONFIG",
          "GIT_DIR",
          "GIT_DISCOVERY_ACROSS_FILESYSTEM",
          "GIT_GLOB_PATHSPECS",
          "GIT_GRAFT_FILE",
          "GIT_ICASE_PATHSPECS",
          "GIT_IMPLICIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_INTERNAL_SUPER_PREFIX",
          "GIT_LITERAL_PATHSPECS",
          "GIT_NAMESPACE",
          "GIT_NOGLOB_PATHSPECS",
          "GIT_NO_REPLACE_OBJECTS",
          "GIT_OBJECT_DIRECTORY",
          "GIT_PREFIX",
          "GIT_REPLACE_REF_BASE",
          "GIT_SHALLOW_FILE",
          "GIT_WORK_TREE");

  /// Options of every reading command: no lock, no program that a repository names, and no cache of
  /// untracked files, which misses new files when a directory changed twice within a second.
  private static final List<String> READING =
      List.of(
          "--no-optional-locks",
          "--no-pager",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.untrackedCache=false",
          "-c",
          "diff.autoRefreshIndex=false");

  /// A partial clone makes git fetch missing objects; a reading command must not.
  private static final Map<String, String> NO_REMOTE = Map.of("GIT_ALLOW_PROTOCOL", "none");

  /// The exit code of a process that SIGINT ended, as Java and shells report it.
  private static final int INTERRUPTED = 130;

  private final ChildProcesses children;
  private final Map<String, String> environment;

  /// Creates a command that runs the git found on the `PATH` of `environment`.
  public GitCommand(Map<String, String> environment, ChildProcesses children) {
    this.children = children;
    this.environment = new TreeMap<>(environment);
    NOT_INHERITED.forEach(this.environment::remove);
    this.environment.put("GIT_OPTIONAL_LOCKS", "0");
    this.environment.put("GIT_TERMINAL_PROMPT", "0");
    this.environment.put("LC_ALL", "C");
    this.environment.remove("LANGUAGE");
  }

  /// Returns the environment of git.
  public Map<String, String> environment() {
    return environment;
  }

  /// Checks that commands may still be run.
  ///
  /// @throws CancellationException if the run is being ended
  public void requireOpen() {
    children.requireOpen();
  }

  /// Runs a command that only reads, in `directory`.
  ///
  /// @param budget the time that it may take
  /// @throws GitTimeoutException if it took longer and was ended
  /// @throws GitMissingException if git could not be started
  public GitOutput read(Path directory, Budget budget, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(READING);
    command.addAll(List.of(arguments));
    return run(directory, budget, command, NO_REMOTE);
  }

  /// Runs a command that may write, in `directory`, with more variables in its environment.
  ///
  /// @param budget the time that it may take
  /// @throws GitTimeoutException if it took longer and was ended
  /// @throws GitMissingException if git could not be started
  public GitOutput run(
      Path directory, Budget budget, List<String> command, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(inDirectory(directory, command));
    if (PathBytes.isText(directory)) {
      builder.directory(directory.toFile());
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(variables);
    Process process = start(builder);
    try {
      return collect(process, budget);
    } catch (OutOfMemoryError e) {
      // There was no thread to read the errors.
      children.end(process);
      throw e;
    } finally {
      children.ended(process);
    }
  }

  private Process start(ProcessBuilder builder) throws GitMissingException {
    try {
      return children.start(builder);
    } catch (IOException e) {
      throw new GitMissingException(e);
    }
  }

  private GitOutput collect(Process process, Budget budget) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        children.after(
            budget.millisLeft(),
            () -> {
              late.set(true);
              children.end(process);
            });
    try {
      process.getOutputStream().close();
      StreamReader errors = StreamReader.start(process.getErrorStream());
      byte[] output = StreamReader.readAll(process.getInputStream());
      int exitCode = process.waitFor();
      if (late.get()) {
        // The program may end after this row, and the processes that git has started must end
        // before.
        awaitDone(deadline);
        throw new GitTimeoutException("git took longer than " + budget.total());
      }
      if (exitCode == INTERRUPTED) {
        children.interrupted();
      }
      return new GitOutput(exitCode, output, errors.join());
    } catch (InterruptedException _) {
      children.end(process);
      Thread.currentThread().interrupt();
      throw new GitTimeoutException("interrupted");
    } finally {
      deadline.cancel(false);
    }
  }

  private static void awaitDone(ScheduledFuture<?> deadline) throws InterruptedException {
    try {
      deadline.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Returns a command that runs in `directory`. Where Java cannot pass the name on as text, a
  /// shell enters the directory and gets its name in octal.
  private static List<String> inDirectory(Path directory, List<String> command) {
    if (PathBytes.isText(directory)) {
      return command;
    }
    StringBuilder octal = new StringBuilder();
    for (byte b : PathBytes.of(directory)) {
      octal.append("\\0").append(Integer.toOctalString(b & 0xFF));
    }
    List<String> shell = new ArrayList<>();
    shell.add("sh");
    shell.add("-c");
    shell.add("d=$(printf '%b_' \"$0\") && cd -- \"${d%_}\" && exec \"$@\"");
    shell.add(octal.toString());
    shell.addAll(command);
    return shell;
  }
}
