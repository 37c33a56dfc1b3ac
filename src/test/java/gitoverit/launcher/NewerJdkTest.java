package gitoverit.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gitoverit.launcher.Checkout.Outcome;
import gitoverit.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds, trains and runs the program with another JDK, whose home is in GITOVERIT_TEST_JDK.
@Tag("slow")
class NewerJdkTest {
  @TempDir private Path place;

  @Test
  void aFreshCheckoutBuildsTrainsAndRunsAsQuietlyAndFromTheCache() throws Exception {
    String home = System.getenv("GITOVERIT_TEST_JDK");
    assumeThat(home).as("GITOVERIT_TEST_JDK").isNotNull();
    Checkout checkout = Checkout.createReal(place, Path.of(home));

    Outcome first = checkout.run("--version");
    assertThat(first.err()).isEqualTo("gitoverit: building (once) …\n");
    assertThat(first.out()).startsWith("gitoverit ");
    assertThat(Files.readAllLines(checkout.stamp())).startsWith("jdk='" + home + "'");

    GitSandbox sandbox = GitSandbox.in(Files.createDirectory(place.resolve("fleet")));
    sandbox.sh(
        sandbox.root(),
        """
        git init -q -b main one && cd one && touch a && git add . && git commit -qm one && touch b
        """);
    checkout.set("HOME", sandbox.home().toString());
    Outcome table = checkout.run(sandbox.root().toString());
    assertThat(table.err()).isEmpty();
    assertThat(table.out()).contains("one", "main");

    Path log = place.resolve("classes.log");
    assertThat(LoadedClasses.notFromTheCache(checkout, log, "--version")).isEmpty();
    List<String> others = LoadedClasses.notFromTheCache(checkout, log, sandbox.root().toString());
    // JDK 25 has 19, JDK 27 a few more; without the cache there are hundreds.
    assertThat(others).hasSizeLessThan(40);
  }
}
