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

/// Runs the program as users do, so that the JVM can store the classes that these runs load and
/// link.
///
/// No run of the program uses it. The launcher starts it once after a build, with
/// `-XX:AOTCacheOutput`, on a directory with a few repositories. Classes that no training run needs
/// load more slowly later; nothing else depends on it. It writes to the real streams, which the
/// launcher discards. It must be in the program's own jar, because the JVM accepts a cache only for
/// the class path that it was made with.
final class Training {
  /// Threads share a single repository only if another thread becomes idle in time; with 16
  /// workers, one will.
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

  /// Runs them all on the directory that is the first argument.
  public static void main(String[] args) throws IOException {
    Main.catchDefects(List.of());
    Path directory = Path.of(args[0]).toRealPath();
    lookBeforeSystemCallsAreLinked(directory);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("COLUMNS", "100");
    // The training needs no settings of the user and must not touch the user's state.
    environment.put("HOME", directory.toString());
    environment.remove("XDG_CONFIG_HOME");
    environment.remove("XDG_STATE_HOME");
    for (List<String> run : RUNS) {
      Main.run(Main.invocation(run, environment, directory));
    }
  }

  /// Lists a directory and opens its subdirectories before the system calls are linked. A run that
  /// is faster than the linker does so, and the training must not leave it to chance.
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
