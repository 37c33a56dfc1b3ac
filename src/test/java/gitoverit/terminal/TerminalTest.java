package gitoverit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  private static final boolean TERMINAL = true;
  private static final boolean PIPE = false;

  @Test
  void takesTheWidthOfTheTerminal() {
    Terminal terminal = detect(true, 132, Map.of(), ColorMode.AUTO);
    assertThat(terminal.width()).isEqualTo(132);
    assertThat(terminal.progressWidth()).isEqualTo(132);
  }

  @Test
  void takesEightyColumnsWhenTheWidthIsUnknown() {
    assertThat(detect(true, 0, Map.of(), ColorMode.AUTO).width()).isEqualTo(80);
  }

  @Test
  void hasNoWidthLimitInAPipe() {
    Terminal terminal = detect(false, 100, Map.of(), ColorMode.AUTO);
    assertThat(terminal.width()).isEqualTo(Terminal.UNLIMITED);
    assertThat(terminal.progressWidth()).isEqualTo(100);
  }

  @Test
  void honoursColumnsWhereverTheOutputGoes() {
    Map<String, String> environment = Map.of("COLUMNS", "60");
    assertThat(detect(true, 132, environment, ColorMode.AUTO).width()).isEqualTo(60);
    assertThat(detect(false, 132, environment, ColorMode.AUTO).width()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "wide", "123456", "8 0"})
  void ignoresColumnsThatIsNoWidth(String columns) {
    assertThat(detect(true, 90, Map.of("COLUMNS", columns), ColorMode.AUTO).width()).isEqualTo(90);
  }

  @ParameterizedTest
  @CsvSource({
    // tty, TERM, NO_COLOR, CLICOLOR_FORCE, mode, expected
    "true, xterm, , , AUTO, true",
    "false, xterm, , , AUTO, false",
    "true, dumb, , , AUTO, false",
    "true, , , , AUTO, false",
    "true, xterm, 1, , AUTO, false",
    "true, xterm, '', , AUTO, true",
    "false, xterm, , 1, AUTO, true",
    "false, xterm, , 0, AUTO, false",
    "false, dumb, , 1, AUTO, true",
    "true, xterm, 1, 1, AUTO, false",
    "false, dumb, 1, , ALWAYS, true",
    "true, xterm, , 1, NEVER, false"
  })
  void decidesOnColours(
      boolean tty, String term, String noColor, String force, ColorMode mode, boolean expected) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TERM", term);
    environment.put("NO_COLOR", noColor);
    environment.put("CLICOLOR_FORCE", force);
    environment.values().removeIf(value -> value == null);
    assertThat(Terminal.detect(tty, TERMINAL, 80, environment, mode).color()).isEqualTo(expected);
  }

  @Test
  void showsProgressOnlyWhereTheCursorMoves() {
    Map<String, String> good = Map.of("TERM", "xterm");
    assertThat(Terminal.detect(PIPE, TERMINAL, 80, good, ColorMode.NEVER).progress()).isTrue();
    assertThat(Terminal.detect(TERMINAL, PIPE, 80, good, ColorMode.AUTO).progress()).isFalse();
    assertThat(
            Terminal.detect(TERMINAL, TERMINAL, 80, Map.of("TERM", "dumb"), ColorMode.AUTO)
                .progress())
        .isFalse();
  }

  private static Terminal detect(
      boolean tty, int columns, Map<String, String> environment, ColorMode mode) {
    return Terminal.detect(tty, TERMINAL, columns, environment, mode);
  }
}
