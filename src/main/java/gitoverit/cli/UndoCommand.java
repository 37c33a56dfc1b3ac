package gitoverit.cli;

import gitoverit.git.ObjectId;
import gitoverit.option.Command;
import gitoverit.option.Flag;
import gitoverit.option.GivenOptions;
import gitoverit.option.UsageException;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.Undo;
import gitoverit.remote.journal.UndoOutcome;
import gitoverit.run.Engine;
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

/// Runs `gitoverit undo`: lists the refs that the last run moved, and with `--yes` moves local
/// branches back.
final class UndoCommand {
  private static final int SHORT_OID = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final GivenOptions given;
  private final OutputStream out;
  private final Engine engine;

  UndoCommand(GivenOptions given, OutputStream out, Engine engine) {
    this.given = given;
    this.out = out;
    this.engine = engine;
  }

  /// Runs to the end.
  ///
  /// @throws IOException if the journal cannot be read or the output cannot be written
  /// @throws UsageException if there is anything but `--yes` on the command line
  ExitCode run() throws IOException, UsageException {
    given.refuseAllBut(Flag.YES, Command.UNDO);
    try (Interrupt interrupt = new Interrupt()) {
      interrupt.onInterrupt(engine.children()::endAll);
      ExitCode code = run(given.has(Flag.YES));
      interrupt.completed();
      return code;
    }
  }

  private ExitCode run(boolean restore) throws IOException {
    Journal journal = engine.journal();
    List<MovedRef> moved = journal.lastRun();
    if (moved.isEmpty()) {
      print("nothing to undo");
      return ExitCode.DONE;
    }
    Undo undo = new Undo(engine.files(), engine.git(), journal, System.currentTimeMillis());
    print("run of " + time(moved.getFirst().run() / 1000));
    boolean failed = false;
    boolean movable = false;
    for (MovedRef ref : moved.reversed()) {
      UndoOutcome outcome = restore ? undo.restore(ref) : undo.check(ref);
      failed |= restore && outcome.isLeft() && ref.isLocalBranch();
      movable |= !outcome.isLeft();
      print(line(ref, outcome));
    }
    if (!restore && movable) {
      print("run `gitoverit undo --yes` to undo these");
    }
    return failed ? ExitCode.FAILURES : ExitCode.DONE;
  }

  private static String line(MovedRef ref, UndoOutcome outcome) {
    return SafeText.of(ref.repository())
        + ": "
        + ref.action().name().toLowerCase(Locale.ROOT)
        + " "
        + SafeText.of(ref.ref().full())
        + " "
        + shortened(ref.old())
        + " -> "
        + shortened(ref.now())
        + ": "
        + words(outcome);
  }

  private static String words(UndoOutcome outcome) {
    return switch (outcome) {
      case UndoOutcome.Possible _ -> "can be undone";
      case UndoOutcome.Done _ -> "undone";
      case UndoOutcome.Left(String reason) -> "kept: " + SafeText.of(reason);
    };
  }

  private static String shortened(@Nullable ObjectId oid) {
    return oid == null ? "none" : oid.toString().substring(0, SHORT_OID);
  }

  private static String time(long seconds) {
    return TIME.format(Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
  }

  private void print(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
