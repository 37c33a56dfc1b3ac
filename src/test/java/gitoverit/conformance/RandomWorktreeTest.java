package gitoverit.conformance;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import gitoverit.testing.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is done to a repository, git's own files tell the program what git would say.
///
/// The usual run starts with the same seeds each time. The system property `gitoverit.fuzz.seconds`
/// makes it search for that long with seeds of its own, and `gitoverit.fuzz.seed` sets the first.
@Tag("slow")
class RandomWorktreeTest {
  private static final int ROUNDS = 12;
  private static final int FEWEST_SEQUENCES = 3;
  private static final int MOST_USUAL_SEQUENCES = 20;
  private static final Duration USUAL = Duration.ofSeconds(20);

  @Test
  void answersLikeGitWhateverIsDone(@TempDir Path root) {
    Long seconds = Long.getLong("gitoverit.fuzz.seconds");
    Duration time = seconds == null ? USUAL : Duration.ofSeconds(seconds);
    long first = Long.getLong("gitoverit.fuzz.seed", seconds == null ? 1 : System.nanoTime());
    long most = seconds == null ? MOST_USUAL_SEQUENCES : Long.MAX_VALUE;
    long start = System.nanoTime();
    assertSoftly(softly -> {
      for (long n = 0;
          n < FEWEST_SEQUENCES || (n < most && System.nanoTime() - start < time.toNanos());
          n++) {
        search(softly, first + n, root);
      }
    });
  }

  /// Each sequence ends at its first difference; the others may find more.
  private static void search(SoftAssertions softly, long seed, Path root) {
    softly.check(() -> {
      Path directory = Files.createDirectory(root.resolve("sequence" + seed));
      new RandomSequence(seed, directory).run(ROUNDS);
      delete(directory);
    });
  }

  private static void delete(Path directory) {
    new Command(
            List.of("rm", "-rf", directory.toString()),
            directory.resolveSibling(""),
            Map.of("PATH", "/usr/bin:/bin"))
        .runOrThrow();
  }
}
