package gitoverit.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A checkout that its own launcher has built, once for all tests, because a build takes far longer
/// than a test.
final class RealBuild {
  private static @Nullable Checkout built;
  private static Checkout.@Nullable Outcome first;

  private RealBuild() {}

  static synchronized Checkout get() throws IOException, InterruptedException {
    if (built == null) {
      Path place = Files.createTempDirectory("gitoverit-build").toRealPath();
      Checkout checkout = Checkout.createReal(place, Path.of(System.getProperty("java.home")));
      checkout.set("XDG_STATE_HOME", place.resolve("state").toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(place)));
      first = checkout.run("--version");
      built = checkout;
    }
    return built;
  }

  /// Returns the result of the call that built it.
  static synchronized Checkout.Outcome firstRun() throws IOException, InterruptedException {
    get();
    return requireNonNull(first);
  }

  private static void remove(Path place) {
    try {
      new ProcessBuilder("rm", "-rf", place.toString()).start().waitFor();
    } catch (IOException _) {
      // Any remaining files are in the directory for temporary files.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
