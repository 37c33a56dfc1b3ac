package gitoverit.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// The program's entry point.
public final class Main {
  private Main() {}

  /// Runs the program on the process's own streams and ends with its exit code.
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err, System.getenv(), Path.of("").toAbsolutePath()));
  }

  /// Runs the program and returns its exit code.
  static int run(
      String[] args, OutputStream out, OutputStream err, Map<String, String> env, Path cwd) {
    new PrintStream(out, true).println("gitoverit 0.1.0");
    return 0;
  }
}
