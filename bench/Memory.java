import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures the peak memory of a command and its descendants, from `/proc`.
final class Memory {
  private Memory() {}

  /// Runs a command and returns the largest observed sum of resident sets, in MiB; 0 without
  /// `/proc`.
  ///
  /// Shared memory is counted for each process, and processes between two samples are missed.
  static double peak(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    long peak = 0;
    while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
      try (Stream<ProcessHandle> started = process.descendants()) {
        long sum = resident(process.pid()) + started.mapToLong(p -> resident(p.pid())).sum();
        peak = Math.max(peak, sum);
      }
    }
    return peak / 256.0;
  }

  /// Returns the resident set in pages (`proc(5)`, second field of `statm`).
  private static long resident(long pid) {
    try {
      return Long.parseLong(Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1]);
    } catch (IOException _) {
      return 0;
    }
  }
}
