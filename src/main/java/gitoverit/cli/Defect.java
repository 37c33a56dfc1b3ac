package gitoverit.cli;

import gitoverit.terminal.SafeText;
import java.io.PrintStream;

/// Reports a defect of the program: an unchecked exception or an error that nothing expected.
final class Defect implements Thread.UncaughtExceptionHandler {
  private final PrintStream err;
  private final boolean detailed;

  /// Makes a reporter of defects.
  ///
  /// @param detailed whether the stack trace follows the line
  Defect(PrintStream err, boolean detailed) {
    this.err = err;
    this.detailed = detailed;
  }

  /// Prints one line, and the stack trace if it was asked for.
  ExitCode report(Throwable thrown) {
    String hint = detailed ? "" : " (--errors shows where)";
    err.println("gitoverit: a defect: " + SafeText.of(thrown.toString()) + hint);
    if (detailed) {
      thrown.printStackTrace(err);
    }
    return ExitCode.DEFECT;
  }

  /// Ends the program when a thread other than the main one dies. The shutdown hooks clean up.
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Runtime.getRuntime().exit(report(thrown).code());
  }
}
