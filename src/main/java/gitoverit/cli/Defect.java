package gitoverit.cli;

import gitoverit.option.Flag;
import gitoverit.terminal.SafeText;
import java.io.PrintStream;
import java.util.List;

/// Reports a defect of the program: an unchecked exception or an error that nothing expected.
///
/// @param arguments the command line, which may ask for the stack trace
record Defect(List<String> arguments) implements Thread.UncaughtExceptionHandler {

  /// Prints one line, and the stack trace if `--errors` is given.
  ExitCode report(Throwable thrown, PrintStream err) {
    boolean detailed = Main.contains(Flag.ERRORS, arguments);
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
    Runtime.getRuntime().exit(report(thrown, Main.standardError()).code());
  }
}
