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

/// A process to run to its end, with nothing inherited but what is given here.
///
/// @param words the program and its arguments
/// @param directory the current directory
/// @param environment all environment variables
public record Command(List<String> words, Path directory, Map<String, String> environment) {

  private static final int TAIL = 500;

  /// What a process left behind.
  ///
  /// @param exitCode its exit code
  /// @param out standard output
  /// @param err standard error
  public record Outcome(int exitCode, String out, String err) {
    /// Returns standard output as text without the line ends at its end.
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

  /// Runs the process and insists that it ends well.
  ///
  /// @throws IllegalStateException when it does not, with what it said on standard error
  public Outcome runOrThrow() {
    Outcome outcome = run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "%s(exit code %d in %s of ...%s)"
              .formatted(outcome.err(), outcome.exitCode(), directory, tail()));
    }
    return outcome;
  }

  /// The end of a script says more than what goes before all scripts.
  private String tail() {
    String all = String.join(" ", words);
    return all.substring(Math.max(0, all.length() - TAIL));
  }

  /// Standard error goes through a file, so that neither pipe can fill up while the other is read.
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

  /// Java would search the `PATH` of its own process for the program.
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
