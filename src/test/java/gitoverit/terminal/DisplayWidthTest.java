package gitoverit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "naïve, 5",
    "cafe\u0301, 4",
    "日本語, 6",
    "한국어, 6",
    "ｆｕｌｌ, 8",
    "ﾊﾝｶｸ, 4",
    "↑↓…·━, 5",
    "🚀, 2",
    "☂, 1",
    "❤\uFE0F, 2",
    "🇩🇪, 2",
    "👍🏽, 4",
    "a\u200Db, 2",
    "עברית, 5",
    "𠀀, 2"
  })
  void countsTheColumnsOfATerminal(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void countsEveryEmojiAsWide() {
    for (int c = 0x300; c < 0x40000; c++) {
      boolean flagLetter = c >= 0x1F1E6 && c <= 0x1F1FF;
      if (Character.isEmojiPresentation(c) && !flagLetter) {
        assertThat(DisplayWidth.ofCodePoint(c)).as(Character.getName(c)).isEqualTo(2);
      }
    }
  }

  @Test
  void countsEveryIdeographAndHangulSyllableAsWide() {
    for (int c = 0x300; c < 0x40000; c++) {
      boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
      boolean ideograph =
          Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isLetter(c);
      if (hangul || ideograph) {
        assertThat(DisplayWidth.ofCodePoint(c)).as("U+%X", c).isEqualTo(2);
      }
    }
  }

  @Test
  void keepsACombiningMarkWithItsLetter() {
    String text = "e\u0301e\u0301e\u0301";
    assertThat(DisplayWidth.prefix(text, 2)).isEqualTo(4);
    assertThat(DisplayWidth.suffix(text, 2)).isEqualTo(2);
  }

  @Test
  void doesNotCutAWideCharacterInHalf() {
    assertThat(DisplayWidth.prefix("日本", 3)).isEqualTo(1);
    assertThat(DisplayWidth.suffix("日本", 3)).isEqualTo(1);
    assertThat(DisplayWidth.prefix("🚀🚀", 3)).isEqualTo(2);
    assertThat(DisplayWidth.suffix("🚀🚀", 1)).isEqualTo(4);
  }
}
