package gitoverit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the program the ways people will, so that the JVM can keep what that loads and links.
///
/// No run of the program uses it. The launcher starts it once after a build, with
/// `-XX:AOTCacheOutput`, on a directory with a few repositories; what is not run here is loaded
/// more slowly later, and nothing else. It writes to the real streams, which the launcher drops. It
/// has to be in the program's own jar, because the JVM takes a cache only for the class path it was
/// made with.
final class Training {
  /// The first begins while the system calls are linked, as all runs of users do. One repository
  /// alone is shared by threads.
  private static final List<List<String>> RUNS =
      List.of(
          List.of("."),
          List.of("large"),
          List.of("--version"),
          List.of("--help"),
          List.of("--no-such-option"),
          List.of("empty"),
          List.of("upstream/src"),
          List.of("--color", "always", "."),
          List.of("--no-parallel", "."),
          List.of("--format", "json", "."),
          List.of("--format", "ndjson", "."),
          List.of("--format", "csv", "."),
          List.of("--where", "dirty and not gone", "--print", "path", "."),
          List.of("--format", "json", "empty"),
          List.of("--fetch", "behind", "clean", "diverged", "linked"));

  private Training() {}

  /// Runs all on the directory that is the first argument.
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]).toRealPath();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("COLUMNS", "100");
    // The user's settings are not to be needed, nor their state to be touched.
    environment.put("HOME", directory.toString());
    environment.remove("XDG_CONFIG_HOME");
    environment.remove("XDG_STATE_HOME");
    for (List<String> run : RUNS) {
      Main.run(Main.invocation(run, environment, directory));
    }
  }
}
