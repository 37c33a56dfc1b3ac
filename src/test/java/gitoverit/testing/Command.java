package gitoverit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A process to run to its end. It inherits nothing from the tests.
///
/// @param words the program and its arguments
/// @param directory the current directory
/// @param environment all environment variables
public record Command(List<String> words, Path directory, Map<String, String> environment) {

  private static final int TAIL = 500;

  /// The result of a process.
  ///
  /// @param exitCode its exit code
  /// @param out standard output
  /// @param err standard error
  public record Outcome(int exitCode, String out, String err) {
    /// Returns standard output as text without trailing line ends.
    public String text() {
      return out.stripTrailing();
    }
  }

  /// Runs the process and waits for it.
  public Outcome run() {
    try {
      Path err = Files.createTempFile("command", ".err");
      try {
        return run(err);
      } finally {
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Runs the process, which must succeed.
  ///
  /// @throws IllegalStateException if it fails, with its standard error
  public Outcome runOrThrow() {
    Outcome outcome = run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "%s(exit code %d in %s of ...%s)"
              .formatted(outcome.err(), outcome.exitCode(), directory, tail()));
    }
    return outcome;
  }

  /// Returns the end of a script, which is more informative than the prelude of all scripts.
  private String tail() {
    String all = String.join(" ", words);
    return all.substring(Math.max(0, all.length() - TAIL));
  }

  /// Runs the process with standard error in a file, so that neither pipe can fill up while the
  /// other is read.
  private Outcome run(Path err) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(found()).directory(directory.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    return new Outcome(exitCode, out, new String(Files.readAllBytes(err), UTF_8));
  }

  /// Returns the command with the program's full path, because Java would search the `PATH` of its
  /// own process.
  private List<String> found() {
    String program = words.getFirst();
    List<String> found = new ArrayList<>(words);
    Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(place -> Path.of(place, program))
        .filter(path -> !program.contains("/") && Files.isExecutable(path))
        .findFirst()
        .ifPresent(path -> found.set(0, path.toString()));
    return found;
  }
}
