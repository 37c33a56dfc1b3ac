package gitoverit.git.ignore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WildmatchTest {
  private static final int[] FLAGS = {
    Wildmatch.PATHNAME, Wildmatch.PATHNAME | Wildmatch.CASEFOLD, 0, Wildmatch.CASEFOLD
  };

  /// One line of the table: the answers under each of [#FLAGS].
  record Case(String answers, String text, String pattern) {
    static Case of(String line) {
      String[] columns = line.split(" {2,}", -1);
      return new Case(columns[0], columns[1].replace('_', ' '), columns[2].replace('_', ' '));
    }

    @Override
    public String toString() {
      return text + " against " + pattern;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = WildmatchTest.class.getResourceAsStream("wildmatch-cases.txt")) {
      String table = new String(requireNonNull(in).readAllBytes(), UTF_8);
      return table.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).map(Case::of);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsTheTableSays(Case row) {
    StringBuilder answers = new StringBuilder();
    for (int flags : FLAGS) {
      answers.append(matches(row.pattern(), row.text(), flags) ? " 1" : " 0");
    }
    assertThat(answers.substring(1)).isEqualTo(row.answers());
  }

  @Test
  void matchesOnlyTheGivenRanges() {
    byte[] pattern = Latin1.bytes("xx*.c");
    byte[] text = Latin1.bytes("zzz/main.czzz");
    assertThat(Wildmatch.matches(pattern, 2, text, 4, 10, Wildmatch.PATHNAME)).isTrue();
    assertThat(Wildmatch.matches(pattern, 1, text, 4, 10, Wildmatch.PATHNAME)).isFalse();
    assertThat(Wildmatch.matches(pattern, 2, text, 4, 11, Wildmatch.PATHNAME)).isFalse();
  }

  @Test
  void takesBytesThatAreNoText() {
    assertThat(matches("\u00ff?", "\u00ff\u00fe", 0)).isTrue();
    assertThat(matches("[\u00f0-\u00ff]", "\u00fe", 0)).isTrue();
    assertThat(matches("[![:alpha:]]", "\u00e4", 0)).isTrue();
    assertThat(matches("\u00c4", "\u00e4", Wildmatch.CASEFOLD)).isFalse();
  }

  @Test
  void agreesWithThePlainDefinitionOnRandomInput() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      String pattern = letters(random, "ab/**?\\", 8);
      String text = letters(random, "aab/", 8);
      for (int flags : new int[] {0, Wildmatch.PATHNAME}) {
        assertThat(matches(pattern, text, flags))
            .as("%s against %s, flags %d", text, pattern, flags)
            .isEqualTo(new Definition(pattern, text, flags != 0).matches(0, 0));
      }
    }
  }

  @Test
  void isNotSlowedDownByHostilePatterns() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          String name = "a".repeat(255);
          assertThat(matches("a*".repeat(60) + "b", name, Wildmatch.PATHNAME)).isFalse();
          assertThat(matches("*a".repeat(60) + "[!a]*", name, 0)).isFalse();
          String path = "aa/".repeat(1365) + "a";
          assertThat(matches("**/a*a/".repeat(60) + "b", path, Wildmatch.PATHNAME)).isFalse();
          assertThat(matches("**/" + "*a/".repeat(700) + "b", path, Wildmatch.PATHNAME)).isFalse();
        });
  }

  private static boolean matches(String pattern, String text, int flags) {
    byte[] p = Latin1.bytes(pattern);
    byte[] t = Latin1.bytes(text);
    return Wildmatch.matches(p, 0, t, 0, t.length, flags);
  }

  private static String letters(Random random, String alphabet, int most) {
    StringBuilder letters = new StringBuilder();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }

  /// The definition of stars, without regard to speed: it tries every way to divide the text.
  private record Definition(String pattern, String text, boolean pathname) {
    boolean matches(int p, int t) {
      if (p == pattern.length()) {
        return t == text.length();
      }
      char element = pattern.charAt(p);
      if (element == '*') {
        return matchesStars(p, t);
      }
      if (t == text.length()) {
        return false;
      }
      char c = text.charAt(t);
      return switch (element) {
        case '?' -> !(pathname && c == '/') && matches(p + 1, t + 1);
        case '\\' -> pattern.startsWith(String.valueOf(c), p + 1) && matches(p + 2, t + 1);
        default -> element == c && matches(p + 1, t + 1);
      };
    }

    private boolean matchesStars(int p, int t) {
      int after = p;
      while (pattern.startsWith("*", after)) {
        after++;
      }
      String rest = pattern.substring(after);
      boolean component =
          after - p > 1
              && (p == 0 || pattern.charAt(p - 1) == '/')
              && (rest.isEmpty() || rest.startsWith("/") || rest.startsWith("\\/"));
      if (pathname && component && rest.startsWith("/") && matches(after + 1, t)) {
        return true;
      }
      for (int end = t; !matches(after, end); end++) {
        boolean stop = pathname && !component && text.startsWith("/", end);
        if (stop || end == text.length()) {
          return false;
        }
      }
      return true;
    }
  }
}
