package gitoverit.git.command;

import gitoverit.fs.PathBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
/// Nothing that points git at another repository is inherited (`git rev-parse --local-env-vars`);
/// settings given by environment are, since git would honour them too.
public final class GitCommand {
  private static final List<String> NOT_INHERITED =
      List.of(
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CEILING_DIRECTORIES",
          "GIT_COMMON_DIR",
          "GIT_CONFIG",
          "GIT_DIR",
          "GIT_DISCOVERY_ACROSS_FILESYSTEM",
          "GIT_GRAFT_FILE",
          "GIT_IMPLICIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_INTERNAL_SUPER_PREFIX",
          "GIT_NAMESPACE",
          "GIT_NO_REPLACE_OBJECTS",
          "GIT_OBJECT_DIRECTORY",
          "GIT_PREFIX",
          "GIT_REPLACE_REF_BASE",
          "GIT_SHALLOW_FILE",
          "GIT_WORK_TREE");

  /// What precedes every reading command: no lock, no program that a repository names, and no cache
  /// of untracked files, which passes over what is new when a directory changed within a second.
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

  /// A partial clone has git fetch what it misses; what only reads is to get along without.
  private static final Map<String, String> NO_REMOTE = Map.of("GIT_ALLOW_PROTOCOL", "none");

  /// What a process ends with that SIGINT ended, as Java and shells tell it.
  private static final int INTERRUPTED = 130;

  private final ChildProcesses children;
  private final Map<String, String> environment;

  /// Makes a command for the git found on the `PATH` of `environment`.
  public GitCommand(Map<String, String> environment, ChildProcesses children) {
    this.children = children;
    this.environment = new TreeMap<>(environment);
    NOT_INHERITED.forEach(this.environment::remove);
    this.environment.put("GIT_OPTIONAL_LOCKS", "0");
    this.environment.put("GIT_TERMINAL_PROMPT", "0");
    this.environment.put("LC_ALL", "C");
    this.environment.remove("LANGUAGE");
  }

  /// Returns the environment that git runs in.
  public Map<String, String> environment() {
    return environment;
  }

  /// Does nothing as long as commands may be run.
  ///
  /// @throws CancellationException if the run is being ended
  public void requireOpen() {
    children.requireOpen();
  }

  /// Runs a command that only reads, in `directory`.
  ///
  /// @param budget how long it may take
  /// @throws GitTimeoutException if it took longer and was ended
  /// @throws IOException if git could not be started
  public Output read(Path directory, Budget budget, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(READING);
    command.addAll(List.of(arguments));
    return run(directory, budget, command, NO_REMOTE);
  }

  /// Runs a command that may write, in `directory`, with more variables in its environment.
  ///
  /// @param budget how long it may take
  /// @throws GitTimeoutException if it took longer and was ended
  /// @throws IOException if git could not be started
  public Output run(
      Path directory, Budget budget, List<String> command, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(inDirectory(directory, command));
    if (PathBytes.isText(directory)) {
      builder.directory(directory.toFile());
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(variables);
    Process process = children.start(builder);
    try {
      return collect(process, budget);
    } catch (OutOfMemoryError e) {
      // Not even a thread could be had to read what it says.
      children.end(process);
      throw e;
    } finally {
      children.ended(process);
    }
  }

  private Output collect(Process process, Budget budget) throws IOException {
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
      byte[] output = readAll(process.getInputStream());
      int exitCode = process.waitFor();
      if (late.get()) {
        // The program may be over after this row, and what git has started is to end before.
        awaitDone(deadline);
        throw new GitTimeoutException("git took longer than " + budget.total());
      }
      if (exitCode == INTERRUPTED) {
        children.interrupted();
      }
      return new Output(exitCode, output, errors.join());
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

  private static byte[] readAll(InputStream in) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (in) {
      in.transferTo(bytes);
    } catch (IOException _) {
      // The stream of a process that was ended; its exit code says more.
      return bytes.toByteArray();
    }
    return bytes.toByteArray();
  }

  /// A directory whose name Java cannot pass on as text is entered by a shell, which gets the name
  /// spelled in octal.
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

  /// What a git process left behind.
  public static final class Output {
    private final int exitCode;
    private final byte[] bytes;
    private final byte[] errors;

    Output(int exitCode, byte[] bytes, byte[] errors) {
      this.exitCode = exitCode;
      this.bytes = bytes;
      this.errors = errors;
    }

    /// Returns what git printed on standard output.
    public byte[] bytes() {
      return bytes;
    }

    /// Returns whether git succeeded.
    public boolean succeeded() {
      return exitCode == 0;
    }

    /// Returns what git said on standard error, as text.
    public String errorText() {
      return new String(errors, StandardCharsets.UTF_8).strip();
    }

    /// Returns the line of the errors that says what went wrong: the last `fatal:` or `error:` line
    /// without that word, else the last line; where it ends in a colon, what follows belongs to it.
    public String reason() {
      String best = "git exited with " + exitCode;
      String[] lines = errorText().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i];
        if (line.startsWith("fatal: ") || line.startsWith("error: ")) {
          String reason = line.substring("fatal: ".length()).strip();
          boolean goesOn = reason.endsWith(":") && i + 1 < lines.length;
          return goesOn ? reason + " " + lines[i + 1].strip() : reason;
        }
        if (!line.isBlank()) {
          best = line.strip();
        }
      }
      return best;
    }
  }

  /// Reads one stream to its end on a thread of its own, so that git never waits for a full pipe.
  private static final class StreamReader {
    private final Thread thread;
    private volatile byte[] bytes = {};

    private StreamReader(InputStream in) {
      thread = Thread.ofPlatform().daemon().name("git-errors").unstarted(() -> bytes = readAll(in));
    }

    static StreamReader start(InputStream in) {
      StreamReader reader = new StreamReader(in);
      reader.thread.start();
      return reader;
    }

    byte[] join() throws InterruptedException {
      // A grandchild that outlives git may hold the pipe open; what it says later is not awaited.
      thread.join(200);
      return bytes;
    }
  }
}
