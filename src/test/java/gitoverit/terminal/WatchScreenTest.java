package gitoverit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchScreenTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private String written() {
    String text = terminal.toString(StandardCharsets.UTF_8).replace("\u001B", "^");
    terminal.reset();
    return text;
  }

  @Test
  void eachDrawingOverwritesTheLastOne() throws IOException {
    WatchScreen screen = WatchScreen.open(terminal);
    assertThat(written()).isEqualTo("^[?1049h^[?25l^[?7l");
    screen.draw("a\nb\n", 24);
    assertThat(written()).isEqualTo("^[H^[Ka\r\n^[Kb\r\n^[J");
    screen.leave();
    assertThat(written()).isEqualTo("^[?7h^[?25h^[?1049l");
  }

  @Test
  void aLineMayReachTheLastColumnAndTheLastLine() throws IOException {
    WatchScreen screen = WatchScreen.open(terminal);
    written();
    screen.draw("a\nb\n", 2);
    assertThat(written()).isEqualTo("^[H^[Ka\r\n^[Kb");
  }

  @Test
  void afterItWasLeftNothingIsWritten() throws IOException {
    WatchScreen screen = WatchScreen.open(terminal);
    screen.leave();
    written();
    screen.draw("a", 24);
    screen.askSize();
    screen.close();
    assertThat(written()).isEmpty();
  }

  @Test
  void theSummaryStaysWhenThereAreTooManyLines() {
    List<String> lines = List.of("title", "header", "a", "b", "c", "summary");
    assertThat(WatchScreen.fit(lines, 6)).isEqualTo(lines);
    assertThat(WatchScreen.fit(lines, 5))
        .containsExactly("title", "header", "a", "… 2 more lines", "summary");
    assertThat(WatchScreen.fit(lines, 2)).containsExactly("… 5 more lines", "summary");
    assertThat(WatchScreen.fit(lines, 1)).containsExactly("summary");
  }
}
