package gitoverit.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tests `--watch` on a terminal that `script` creates and that the test controls.
@Tag("slow")
@Timeout(120)
final class WatchTest {
  private static final String LEAVE = "\u001B[?7h\u001B[?25h\u001B[?1049l";

  private @TempDir Path temporary;
  private Checkout program;
  private Process process;
  private final StringBuilder screen = new StringBuilder();

  @BeforeEach
  void watch() throws Exception {
    program =
        RealBuild.get()
            .with("HOME", temporary.toString())
            .with("TERM", "xterm")
            .with("COLUMNS", "90")
            .with("SHELL", "/bin/sh");
    program.shell(temporary, "git init -q -b main r/first && git init -q -b main r/second");
    Checkout.write(
        temporary.resolve("watch"),
        """
        #!/bin/sh
        sh -c 'echo $$ >"$1/pid"; exec "$0" --watch 0.1 "$1/r"' '%2$s' '%1$s'
        echo "code $?"
        stty -a
        """
            .formatted(temporary, program.root().resolve("gitoverit")));
    process =
        program.startShell("exec script -qec '" + temporary + "/watch' /dev/null # %s %s", "");
    Thread.ofPlatform().daemon().start(this::collect);
  }

  @AfterEach
  void end() {
    process.destroy();
  }

  private void collect() {
    byte[] bytes = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        synchronized (screen) {
          screen.append(new String(bytes, 0, n, UTF_8));
        }
      }
    } catch (IOException _) {
      // The terminal of a terminated program.
      return;
    }
  }

  private String screen() {
    synchronized (screen) {
      return screen.toString();
    }
  }

  /// Returns the last complete screen without escape sequences. The query for the size follows it.
  private String frame() {
    String all = screen();
    int end = all.lastIndexOf("\u001B[9999;");
    String drawing = end < 0 ? "" : all.substring(all.lastIndexOf("\u001B[H", end), end);
    return drawing.replaceAll("\u001B\\[[0-9;]*[a-zA-Z]|\r", "");
  }

  private void await(String text) throws InterruptedException {
    for (int i = 0; i < 3000 && !frame().contains(text) && process.isAlive(); i++) {
      Thread.sleep(10);
    }
    assertThat(frame()).contains(text);
  }

  private void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  @Test
  void itShowsWhatChangesUntilQIsPressed() throws Exception {
    await("2 repositories: 2 clean");
    assertThat(screen()).startsWith("\u001B[?1049h\u001B[?25l\u001B[?7l");
    Files.createFile(temporary.resolve("r/first/new"));
    await("2 repositories: 1 clean, 1 dirty");
    program.shell(temporary, "rm -r r/second && git init -q -b topic r/third");
    await("topic:-");
    assertThat(frame()).doesNotContain("second");
    type("q");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(screen()).contains(LEAVE + "code 0").containsPattern("[^-]icanon");
  }

  @Test
  void itFollowsTheSizeOfTheTerminal() throws Exception {
    await("every 0.1 s · q quits");
    await("branch_remote");
    type("\u001B[4;24R");
    await("… ");
    assertThat(frame().lines()).hasSizeLessThanOrEqualTo(4).allMatch(line -> line.length() <= 24);
    type("\u001B[50;120R");
    await("branch_remote");
    type("q");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interruptGivesTheTerminalBack() throws Exception {
    await("2 clean");
    program.shell(temporary, "kill -INT $(cat pid)");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(screen()).contains(LEAVE).contains("code 130").containsPattern("[^-]icanon");
  }
}
