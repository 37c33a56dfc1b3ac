package gitoverit.cli;

import gitoverit.git.command.ChildProcesses;
import gitoverit.option.Options;
import gitoverit.option.UsageException;
import gitoverit.remote.RemoteWork;
import gitoverit.run.Scan;
import gitoverit.schedule.ProgressObserver;
import gitoverit.terminal.ProgressDisplay;
import gitoverit.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Runs the main job: finds repositories, analyses them and shows a row for each.
final class StatusCommand {
  private final Session session;
  private final Invocation invocation;
  private final Options options;
  private final PrintStream err;
  private final ChildProcesses children;
  private final Terminal terminal;

  StatusCommand(Session session) {
    this.session = session;
    this.invocation = session.invocation();
    this.options = session.options();
    this.err = session.err();
    this.children = session.engine().children();
    this.terminal =
        Terminal.detect(
            invocation.isTerminal("stdout"),
            invocation.isTerminal("stderr"),
            invocation.terminalColumns(),
            invocation.environment(),
            options.output().color());
  }

  /// Runs to the end.
  ///
  /// @throws IOException if the output cannot be written
  /// @throws UsageException if a setting of the user is invalid
  ExitCode run() throws IOException, UsageException {
    try (Interrupt interrupt = new Interrupt()) {
      Presentation presentation = Presentation.of(session, terminal);
      ExitCode code =
          options.output().watchMillis() > 0
              ? watch(presentation, interrupt)
              : show(presentation, interrupt);
      interrupt.completed();
      return code;
    }
  }

  private ExitCode watch(Presentation presentation, Interrupt interrupt)
      throws IOException, UsageException {
    interrupt.onInterrupt(children::endAll);
    new WatchCommand(session, presentation, terminal).run(interrupt);
    children.endAll();
    return ExitCode.DONE;
  }

  private ExitCode show(Presentation presentation, Interrupt interrupt)
      throws IOException, UsageException {
    ProgressObserver progress = progress(interrupt);
    ResultWriter writer = presentation.writer(terminal, System.nanoTime(), session.out());
    Scan scan = Scan.of(session.engine(), options, invocation.source());
    try {
      scan.run(progress, writer);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    interrupt.blockIfInterrupted();
    writer.finish();
    report(writer, scan.remotes());
    if (writer.matched()) {
      return ExitCode.MATCHED;
    }
    return writer.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILURES;
  }

  private void report(ResultWriter writer, @Nullable RemoteWork remotes) {
    if (remotes != null) {
      RemoteSummary.print(writer.failures(), remotes.journalProblem(), err);
    }
    if (options.output().errors()) {
      ErrorReport.print(writer.failures(), err);
    } else {
      ErrorReport.printHidden(writer.hiddenFailures(), err);
    }
  }

  private ProgressObserver progress(Interrupt interrupt) {
    // Streamed rows on the same terminal show the progress themselves.
    boolean rowsShowIt = options.streams() && terminal.stdoutIsTerminal();
    if (!options.output().progress() || !terminal.progress() || rowsShowIt) {
      interrupt.onInterrupt(children::endAll);
      return ProgressObserver.SILENT;
    }
    ProgressDisplay display =
        new ProgressDisplay(invocation.err(), terminal.progressWidth(), System::nanoTime);
    interrupt.onInterrupt(() -> {
      display.restore();
      children.endAll();
    });
    return display;
  }
}
