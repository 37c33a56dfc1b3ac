package gitoverit.cli;

import java.util.ArrayList;
import java.util.List;

/// Cleans up after a run that does not end normally: one that is interrupted, or that throws.
///
/// The Java runtime answers SIGINT, SIGTERM and SIGHUP by running shutdown hooks and exiting with
/// 128 plus the signal's number, which is the exit code wanted. The hook first ends the processes
/// that the run has started and clears the screen; threads that still compute are daemons and end
/// with the process. A run that throws is cleaned up on its own thread, by [#close()].
final class Interrupt implements AutoCloseable {
  private final List<Cleanup> cleanups = new ArrayList<>();
  private volatile boolean raised;
  private boolean completed;

  /// One cleanup, and the shutdown hook that runs it.
  private record Cleanup(Runnable action, Thread hook) {}

  /// Runs `action` if the run does not end normally.
  void onInterrupt(Runnable action) {
    Thread hook =
        new Thread(
            () -> {
              raised = true;
              action.run();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    cleanups.add(new Cleanup(action, hook));
  }

  /// Blocks forever once the program is being ended, so that nothing more is written.
  void blockIfInterrupted() {
    while (raised) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Records that the run ended normally, so that nothing has to be cleaned up.
  void completed() {
    completed = true;
  }

  /// Removes the hooks, and cleans up if the run has not completed.
  @Override
  public void close() {
    if (raised) {
      return;
    }
    for (Cleanup cleanup : cleanups) {
      Runtime.getRuntime().removeShutdownHook(cleanup.hook());
      if (!completed) {
        cleanup.action().run();
      }
    }
  }
}
