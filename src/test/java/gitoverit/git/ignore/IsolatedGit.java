package gitoverit.git.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The installed git, run in one directory with only the repository's own configuration.
///
/// @param home the user's home and the place for input and output files; must exist
/// @param directory where git runs
record IsolatedGit(Path home, Path directory) {

  /// Makes a repository in the directory.
  void init() throws IOException {
    Files.createDirectories(directory);
    run(new byte[0], "init", "-q");
  }

  /// Runs git and returns what it printed.
  byte[] run(byte[] input, String... arguments) throws IOException {
    Path in = Files.write(home.resolve("stdin"), input);
    Path out = home.resolve("stdout");
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    isolate(builder.environment());
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("git ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(command.toString()).isLessThanOrEqualTo(1);
    return Files.readAllBytes(out);
  }

  private void isolate(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
    environment.put("HOME", home.toString());
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    environment.put("LC_ALL", "C");
  }
}
