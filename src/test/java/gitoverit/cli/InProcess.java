package gitoverit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the program inside the process of a test.
public final class InProcess {
  private InProcess() {}

  /// The result of a run.
  ///
  /// @param exitCode its exit code
  /// @param out standard output
  /// @param err standard error
  public record Result(int exitCode, String out, String err) {}

  /// Runs the program.
  ///
  /// @param properties the system properties of the program
  /// @param environment all environment variables of the program
  /// @param cwd the current directory of the program, a real path
  /// @param arguments the command line
  public static Result run(
      Map<String, String> properties,
      Map<String, String> environment,
      Path cwd,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Invocation invocation =
        new Invocation(
            List.of(arguments),
            InputStream.nullInputStream(),
            out,
            err,
            environment,
            properties,
            cwd,
            2);
    ExitCode code = Main.run(invocation);
    return new Result(code.code(), out.toString(UTF_8), err.toString(UTF_8));
  }
}
