package gitoverit.cli;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Runs the program the ways people will, so that the JVM can keep what that loads and links.
///
/// No run of the program uses it. The launcher starts it once after a build, with
/// `-XX:AOTCacheOutput`, on a directory with a few repositories; what is not run here is loaded
/// more slowly later, and nothing else. It writes to the real streams, which the launcher drops. It
/// has to be in the program's own jar, because the JVM takes a cache only for the class path it was
/// made with.
final class Training {
  /// One repository alone is shared by threads, if another one has nothing to do in time: of many
  /// one will.
  private static final List<List<String>> RUNS =
      List.of(
          List.of("."),
          List.of("large"),
          List.of("--workers", "16", "large"),
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
    lookBeforeSystemCallsAreLinked(directory);
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

  /// Lists a directory and opens those in it, as a run does that is faster than the linker; in a
  /// training that would be a matter of luck.
  private static void lookBeforeSystemCallsAreLinked(Path directory) throws IOException {
    CountDownLatch looked = new CountDownLatch(1);
    FileAccess files =
        FileAccess.starting(() -> {
          await(looked);
          return FileAccess.portable();
        });
    try (Directory opened = files.openDirectory(directory)) {
      DirectoryListing listing = new DirectoryListing();
      opened.list(listing);
      for (int i = 0; i < listing.count(); i++) {
        if (listing.type(i) == FileType.DIRECTORY) {
          opened.openDirectory(listing.name(i)).close();
        }
      }
    } finally {
      looked.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a training", e);
    }
  }
}
