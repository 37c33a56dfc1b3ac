package gitoverit.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayPathTest {
  @ParameterizedTest
  @CsvSource({
    "/home/ada/src, .",
    "/home/ada/src/a/b, a/b",
    "/home/ada/src2, ~/src2",
    "/home/ada, '~'",
    "/home/ada/x y, ~/x y",
    "/home/adam, /home/adam",
    "/srv/git/r.git, /srv/git/r.git",
    "/, /"
  })
  void isRelativeThenBelowHomeThenAbsolute(String path, String shown) {
    assertThat(Rows.CONTEXT.displayPath(Path.of(path)).forPrograms()).isEqualTo(shown);
    assertThat(Rows.CONTEXT.displayPath(Path.of(path)).forTerminal()).isEqualTo(shown);
  }

  @Test
  void needsNoHomeDirectory() {
    RowContext homeless =
        new RowContext(Path.of("/srv"), null, Rows.CONTEXT.zone(), Rows.CONTEXT.now());
    assertThat(homeless.displayPath(Path.of("/home/ada")).forPrograms()).isEqualTo("/home/ada");
  }

  @Test
  void quotesWhatIsNotUtf8ForProgramsToo() {
    DisplayPath path = Rows.CONTEXT.displayPath(Rows.notUtf8());
    assertThat(path.forPrograms()).isEqualTo("\"caf\\351\"");
    assertThat(path.forTerminal()).isEqualTo("\"caf\\351\"");
  }

  @Test
  void quotesTheWholePathBelowHome() {
    RowContext elsewhere =
        new RowContext(
            Path.of("/srv"), Path.of("/home/ada"), Rows.CONTEXT.zone(), Rows.CONTEXT.now());
    DisplayPath path = elsewhere.displayPath(Rows.notUtf8());
    assertThat(path.forPrograms()).isEqualTo("\"~/src/caf\\351\"");
  }

  @Test
  void quotesControlCharactersForTerminalsOnly() {
    DisplayPath path = Rows.CONTEXT.displayPath(Path.of("/home/ada/src/a\nb"));
    assertThat(path.forPrograms()).isEqualTo("a\nb");
    assertThat(path.forTerminal()).isEqualTo("\"a\\nb\"");
  }

  @Test
  void quotesAPathThatLooksQuoted() {
    DisplayPath path = Rows.CONTEXT.displayPath(Path.of("/home/ada/src/\"a\""));
    assertThat(path.forPrograms()).isEqualTo("\"\\\"a\\\"\"");
    assertThat(Rows.CONTEXT.displayPath(Path.of("/home/ada/\"a\"")).forPrograms())
        .isEqualTo("~/\"a\"");
  }
}
