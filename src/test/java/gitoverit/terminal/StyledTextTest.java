package gitoverit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyledTextTest {
  private static final StyledText STATUS =
      StyledText.of("3m", Style.MAGENTA).and(" ", Style.PLAIN).and("12u", Style.CYAN);

  @Test
  void measuresAndShowsAllParts() {
    assertThat(STATUS.width()).isEqualTo(6);
    assertThat(STATUS.plain()).isEqualTo("3m 12u");
    assertThat(shown(STATUS, false)).isEqualTo("3m 12u");
    assertThat(shown(STATUS, true)).isEqualTo("\u001B[35m3m\u001B[0m \u001B[36m12u\u001B[0m");
  }

  @ParameterizedTest
  @CsvSource({"9, 3m 12u", "6, 3m 12u", "5, 3m 1…", "4, 3m …", "3, 3m…", "2, 3…", "1, …", "0, ''"})
  void cutsTheEndOfSeveralParts(int limit, String cut) {
    assertThat(STATUS.cutEnd(limit).plain()).isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource({
    "20, ~/src/libs/parser",
    "17, ~/src/libs/parser",
    "16, …/libs/parser",
    "13, …/libs/parser",
    "12, …/parser",
    "8, …/parser",
    "7, …parser",
    "6, par…er",
    "3, p…r",
    "2, p…",
    "1, …",
    "0, ''"
  })
  void cutsAPathToItsEnd(int limit, String cut) {
    assertThat(StyledText.of("~/src/libs/parser", Style.PLAIN).cutPath(limit).plain())
        .isEqualTo(cut);
  }

  @Test
  void keepsTheMarkBeforeAPath() {
    StyledText marked = StyledText.of("! ", Style.BOLD_RED).and("lib/parser", Style.PLAIN);
    assertThat(marked.cutPath(10).plain()).isEqualTo("! …/parser");
    assertThat(marked.cutPath(3).plain()).isEqualTo("! …");
  }

  @Test
  void neverTakesMoreThanTheLimitWithWideCharacters() {
    StyledText wide = StyledText.of("日本語/プロジェクト", Style.PLAIN);
    for (int limit = 0; limit < 20; limit++) {
      assertThat(wide.cutPath(limit).width()).isLessThanOrEqualTo(limit);
      assertThat(wide.cutEnd(limit).width()).isLessThanOrEqualTo(limit);
    }
  }

  private static String shown(StyledText text, boolean color) {
    StringBuilder line = new StringBuilder();
    text.appendTo(line, color);
    return line.toString();
  }
}
