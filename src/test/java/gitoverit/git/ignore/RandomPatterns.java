package gitoverit.git.ignore;

import java.util.List;
import java.util.Random;

/// Generates ignore patterns that have a fair chance to match something, and some that are noise.
final class RandomPatterns {
  /// Names for the entries of a worktree, which the patterns are also made of.
  static final List<String> NAMES =
      List.of(
          "a", "b", "c", "ab", "abc", "foo", "foo.o", "Foo", "bar", "ba-r", "foobar", "A", "a b",
          "x ", "[a]", "a*", "\\", "#x", "!y", "]", "^", "\u00ff", "\u00ffa", ".b", "b.o");

  private static final List<String> WILD =
      List.of(
          "*",
          "*",
          "**",
          "**",
          "***",
          "?",
          "??",
          "*.o",
          "*o",
          "f*",
          "f*o",
          "foo**",
          "**o",
          "a**",
          "[a-c]",
          "[a-c]*",
          "[A-F-o]*",
          "[[:digit:]-o]*",
          "[!x]*",
          "[^a]",
          "[!]a]",
          "[]^]",
          "[[:alpha:]]",
          "[[:upper:]]*",
          "[A-F]oo",
          "*[!o]",
          "\\a",
          "\\*",
          "\\[a]",
          "\\\\",
          "\\F*",
          "a[/]b",
          "[a",
          "*\\",
          "\u00ff*",
          "a\\ b",
          "?oo",
          "ba[-]r");

  private final Random random;

  RandomPatterns(Random random) {
    this.random = random;
  }

  /// Returns the content of an ignore file of up to so many lines.
  String file(int mostLines) {
    StringBuilder file = new StringBuilder(chance(3) ? "\u00ef\u00bb\u00bf" : "");
    for (int n = random.nextInt(mostLines + 1); n > 0; n--) {
      file.append(line());
      file.append(chance(5) ? "\r" : "").append(n == 1 && chance(20) ? "" : "\n");
    }
    return file.toString();
  }

  private String line() {
    if (chance(8)) {
      return garbage(random, "ab*?[]!\\/ -:^#o\0", 8);
    }
    StringBuilder line = new StringBuilder(chance(20) ? "!" : "").append(chance(25) ? "/" : "");
    line.append(segment());
    while (chance(40)) {
      line.append(chance(4) ? "\\/" : "/").append(segment());
    }
    return line.append(chance(25) ? "/" : "").append(chance(5) ? "  " : "").toString();
  }

  private String segment() {
    return pick(chance(50) ? NAMES : WILD);
  }

  String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// Returns between one and `most` characters of an alphabet.
  static String garbage(Random random, String alphabet, int most) {
    StringBuilder letters = new StringBuilder();
    for (int n = 1 + random.nextInt(most); n > 0; n--) {
      letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return letters.toString();
  }
}
