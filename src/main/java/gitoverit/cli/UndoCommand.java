package gitoverit.cli;

import gitoverit.fs.FileAccess;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.command.GitCommand;
import gitoverit.option.UsageException;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.Undo;
import gitoverit.terminal.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `gitoverit undo`: shows what the last run moved, and with `--yes` moves local branches back.
final class UndoCommand {
  /// The first argument that asks for it; a directory of that name is `./undo`.
  static final String WORD = "undo";

  private static final int SHORT_OID = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Invocation invocation;
  private final OutputStream out;
  private final FileAccess files;

  UndoCommand(Invocation invocation, OutputStream out, FileAccess files) {
    this.invocation = invocation;
    this.out = out;
    this.files = files;
  }

  /// Runs to the end.
  ///
  /// @throws IOException if the journal cannot be read or the output not be written
  /// @throws UsageException if there is anything but `--yes` on the command line
  ExitCode run() throws IOException, UsageException {
    List<String> arguments = invocation.arguments().subList(1, invocation.arguments().size());
    for (String argument : arguments) {
      if (!argument.equals("--yes")) {
        throw new UsageException("undo takes --yes and nothing else, not " + argument);
      }
    }
    ChildProcesses children = new ChildProcesses(files);
    try (Interrupt interrupt = new Interrupt()) {
      interrupt.onInterrupt(children::endAll);
      GitCommand git = new GitCommand(invocation.environment(), children);
      return run(git, !arguments.isEmpty());
    }
  }

  private ExitCode run(GitCommand git, boolean restore) throws IOException {
    Journal journal = new Journal(invocation.environment());
    List<MovedRef> moved = journal.lastRun();
    if (moved.isEmpty()) {
      print("nothing to undo");
      return ExitCode.DONE;
    }
    Undo undo = new Undo(files, git, journal, System.currentTimeMillis());
    print("run of " + time(moved.getFirst().run() / 1000));
    boolean failed = false;
    boolean movable = false;
    for (MovedRef ref : moved.reversed()) {
      String obstacle = restore ? undo.restore(ref) : undo.obstacle(ref);
      failed |= restore && obstacle != null && ref.isLocalBranch();
      movable |= obstacle == null;
      print(line(ref, obstacle, restore));
    }
    if (!restore && movable) {
      print("gitoverit undo --yes moves back what can be");
    }
    return failed ? ExitCode.FAILURES : ExitCode.DONE;
  }

  private String line(MovedRef ref, @Nullable String obstacle, boolean restore) {
    String end = restore ? "moved back" : "can be moved back";
    return SafeText.of(ref.repository())
        + ": "
        + ref.action().name().toLowerCase(Locale.ROOT)
        + " "
        + SafeText.of(ref.ref())
        + " "
        + shortened(ref.old())
        + " -> "
        + shortened(ref.now())
        + ": "
        + (obstacle == null ? end : "left, " + SafeText.of(obstacle));
  }

  private static String shortened(@Nullable String oid) {
    return oid == null ? "none" : oid.substring(0, SHORT_OID);
  }

  private static String time(long seconds) {
    return TIME.format(Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
  }

  private void print(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
