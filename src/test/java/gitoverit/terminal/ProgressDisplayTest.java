package gitoverit.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressDisplayTest {
  private static final Path REPOSITORY = Path.of("/src/parser");
  private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[?0-9]*[a-zA-Z]|\r");

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long nanos;
  private ProgressDisplay display = new ProgressDisplay(terminal, 80, () -> nanos);

  @Test
  void writesNothingInAQuickRun() {
    display.discovering(REPOSITORY, 1);
    at(249);
    display.collectingStarted(1);
    display.done(REPOSITORY, 1);
    display.finished();
    display.restore();
    assertThat(terminal.size()).isZero();
  }

  @Test
  void showsTheSearchAfterAQuarterOfASecond() {
    at(250);
    display.discovering(REPOSITORY, 17);
    assertThat(written())
        .isEqualTo(
            "\u001B[?25l\r\u001B[?7l────━━━━━━────────── Discovering repositories (17)"
                + "\u001B[K\u001B[?7h");
  }

  @Test
  void movesItsBarThereAndBack() {
    StringBuilder bars = new StringBuilder();
    for (int step = 13; step < 17; step++) {
      at(step * 60L);
      display.discovering(REPOSITORY, 1);
      bars.append(shown(), 0, 20).append('\n');
      terminal.reset();
    }
    assertThat(bars.toString())
        .isEqualTo(
            """
            ─────────────━━━━━━─
            ──────────────━━━━━━
            ─────────────━━━━━━─
            ────────────━━━━━━──
            """);
  }

  @Test
  void showsWhatIsDoneWithErrorsAndTheTimeLeft() {
    display.collectingStarted(44);
    display.error(REPOSITORY, 1);
    display.error(REPOSITORY, 2);
    at(3100);
    display.done(REPOSITORY, 31);
    assertThat(shown())
        .isEqualTo("━━━━━━━━━━━━━━────── Processing (31/44): parser [2 errors]  1 s left");
  }

  @Test
  void saysNothingOfTheTimeLeftBeforeItCanKnow() {
    display.collectingStarted(44);
    at(900);
    display.done(REPOSITORY, 2);
    assertThat(shown()).isEqualTo("──────────────────── Processing (2/44): parser");
  }

  @Test
  void drawsAtMostThirtyTimesASecond() {
    display.collectingStarted(10_000);
    for (int i = 0; i < 10_000; i++) {
      nanos = 1_000_000_000L + i * 100_000L;
      display.done(REPOSITORY, i + 1);
    }
    int drawings = written().split("\r", -1).length - 1;
    assertThat(drawings).isBetween(28, 30);
  }

  @Test
  void erasesEverythingAtTheEnd() {
    at(300);
    display.discovering(REPOSITORY, 1);
    terminal.reset();
    display.finished();
    assertThat(written()).isEqualTo("\r\u001B[K\u001B[?7h\u001B[?25h");
  }

  @Test
  void drawsNothingAfterItWasErased() {
    at(300);
    display.discovering(REPOSITORY, 1);
    display.restore();
    terminal.reset();
    at(600);
    display.tick();
    display.finished();
    assertThat(terminal.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 20, 30, 40, 50, 60, 72, 80, 200})
  void staysWithinTheWidth(int width) {
    display = new ProgressDisplay(terminal, width, () -> nanos);
    at(5000);
    display.discovering(REPOSITORY, 12_345);
    assertThat(DisplayWidth.of(shown())).isLessThan(width);
    terminal.reset();
    display.collectingStarted(99_999);
    display.error(REPOSITORY, 1234);
    at(6000);
    display.done(Path.of("/src/とても長い名前のリポジトリとても長い名前のリポジトリ"), 12_345);
    assertThat(DisplayWidth.of(shown())).isLessThan(width);
  }

  @Test
  void showsANameSafely() {
    display.collectingStarted(2);
    at(500);
    display.done(Path.of("/src/a\u001B[2Jb\nc"), 1);
    assertThat(written()).contains("\"a\\033[2Jb\\nc\"").doesNotContain("\u001B[2J");
  }

  @Test
  void leavesABrokenStreamAlone() {
    int[] writes = {0};
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            writes[0]++;
            throw new IOException("closed");
          }
        };
    display = new ProgressDisplay(broken, 80, () -> nanos);
    at(300);
    display.tick();
    at(600);
    display.tick();
    display.finished();
    assertThat(writes[0]).isEqualTo(1);
  }

  @Test
  @Timeout(10)
  void doesNotWaitForATerminalThatTakesNothing() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) {
            writing.countDown();
            try {
              release.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          }
        };
    display = new ProgressDisplay(stuck, 80, () -> nanos);
    at(300);
    Thread drawer = Thread.ofPlatform().start(display::tick);
    writing.await();
    display.restore();
    assertThat(drawer.isAlive()).isTrue();
    release.countDown();
    drawer.join();
  }

  private void at(long millis) {
    nanos = millis * 1_000_000;
  }

  private String written() {
    return terminal.toString(UTF_8);
  }

  private String shown() {
    return ESCAPE.matcher(written()).replaceAll("");
  }
}
