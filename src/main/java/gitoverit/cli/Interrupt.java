package gitoverit.cli;

import java.util.ArrayList;
import java.util.List;

/// What Ctrl-C does: the cleanup of the current run, on the thread that ends the program.
///
/// The Java runtime answers SIGINT, SIGTERM and SIGHUP by running shutdown hooks and exiting with
/// 128 plus the signal's number, which is the exit code wanted. This hook first ends what the run
/// has started and clears the screen; threads that still compute are daemons and end with the
/// process.
final class Interrupt implements AutoCloseable {
  private final List<Thread> hooks = new ArrayList<>();
  private volatile boolean raised;

  /// Runs `cleanup` when the program is interrupted.
  void onInterrupt(Runnable cleanup) {
    Thread hook =
        new Thread(
            () -> {
              raised = true;
              cleanup.run();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    hooks.add(hook);
  }

  /// Returns when the program is not being ended, and never when it is: nothing more may be written
  /// then.
  void pass() {
    while (raised) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Takes the cleanup back: the run is over.
  @Override
  public void close() {
    if (!raised) {
      hooks.forEach(Runtime.getRuntime()::removeShutdownHook);
    }
  }
}
