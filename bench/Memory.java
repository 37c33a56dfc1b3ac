import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory a command and all it starts have at most, from `/proc`.
final class Memory {
  private Memory() {}

  /// Runs a command and returns the highest sum of resident sets seen, in MiB; 0 without `/proc`.
  ///
  /// What two processes share is counted twice, and what lives for less than a look is missed.
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
