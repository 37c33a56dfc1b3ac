package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.launcher.Checkout.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/// Tests the start of the program from a fresh checkout that the real Maven built, with an intact
/// or a damaged AOT cache.
@Tag("slow")
class FastStartTest {
  private static final String VERSION = "gitoverit 0.1.0\n";

  @TempDir private Path elsewhere;

  private Checkout checkout;
  private Path cache;

  @BeforeEach
  void copyBuild() throws Exception {
    checkout = RealBuild.get().copyTo(elsewhere.resolve("moved"));
    cache = checkout.root().resolve("target/launcher/gitoverit.aot");
  }

  @Test
  void aFreshCheckoutBuildsItselfAndRuns() throws Exception {
    Outcome first = RealBuild.firstRun();
    assertThat(first.err()).isEqualTo("gitoverit: building (once) …\n");
    assertThat(first.out()).isEqualTo(VERSION);
    assertThat(first.code()).isZero();
  }

  /// A misspelt flag would be dropped silently.
  @Test
  @EnabledOnJre(JRE.JAVA_25)
  void jdk25AcceptsEveryFlag() throws Exception {
    String script = "set -f; . launcher/flags.sh && echo $all_flags";
    List<String> all = words(checkout.shell(checkout.root(), script).out());
    String used = "set -f; . target/launcher/stamp.sh && echo $flags";
    List<String> accepted = words(checkout.shell(checkout.root(), used).out());
    assertThat(accepted).hasSizeGreaterThan(10);
    assertThat(all).containsAll(accepted);
    all.removeAll(accepted);
    // Not every Linux has huge pages.
    assertThat(List.of("-XX:+UseTransparentHugePages")).containsAll(all);
  }

  private static List<String> words(String line) {
    return new ArrayList<>(List.of(line.strip().split(" ", -1)));
  }

  @Test
  void theTrainingLeavesTheStateOfTheUserAlone() throws Exception {
    assertThat(Path.of(RealBuild.get().variable("XDG_STATE_HOME"))).doesNotExist();
  }

  @Test
  void theJvmAcceptsTheCacheAlsoOfAMovedCheckout() throws Exception {
    assertThat(runWithCacheOrFail(RealBuild.get()).code()).isZero();
    assertThat(runWithCacheOrFail(checkout).code()).isZero();
    assertRunsQuietly();
  }

  @Test
  void aDamagedCacheIsNoMoreThanASlowerStart() throws Exception {
    Files.writeString(cache, "no cache at all");
    assertThat(runWithCacheOrFail(checkout).code()).isNotZero();
    assertRunsQuietly();
  }

  @Test
  void aCacheCutShortIsNoMoreThanASlowerStart() throws Exception {
    try (var file = Files.newByteChannel(cache, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(cache) / 2);
    }
    assertRunsQuietly();
  }

  @Test
  void aMissingCacheIsNoMoreThanASlowerStart() throws Exception {
    Files.delete(cache);
    assertRunsQuietly();
  }

  @Test
  void runsInADirectoryWhoseNameIsNotUtf8() throws Exception {
    String script =
        "d=$(printf 'caf\\351') && mkdir \"$d\" && cd \"$d\" && \"$1\" -V; cd .. && rmdir \"$d\"";
    Outcome outcome =
        checkout.shell(elsewhere, script, checkout.root().resolve("gitoverit").toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo(VERSION);
  }

  private void assertRunsQuietly() throws Exception {
    Outcome outcome = checkout.run("--version");
    assertThat(outcome.out()).isEqualTo(VERSION);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  private static Outcome runWithCacheOrFail(Checkout checkout) throws Exception {
    return checkout.with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").run("--version");
  }
}
