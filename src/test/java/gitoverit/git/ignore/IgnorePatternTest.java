package gitoverit.git.ignore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorePatternTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "#", "# foo", "#!foo", "   ", "!", "/", "!/", "//", "\0foo"})
  void dropsWhatCanMatchNothing(String line) {
    assertThat(parse(line)).isNull();
  }

  @Test
  void trimsSpacesUnlessTheyAreQuoted() {
    assertThat(matches("foo  ", "", "foo")).isTrue();
    assertThat(matches("foo\\ ", "", "foo ")).isTrue();
    assertThat(matches("foo\\  ", "", "foo ")).isTrue();
    assertThat(matches("foo\\\\ ", "", "foo\\")).isTrue();
    assertThat(matches("foo\t", "", "foo\t")).isTrue();
    assertThat(matches(" foo", "", "foo")).isFalse();
  }

  @Test
  void quotesLeadingMarks() {
    assertThat(matches("\\#foo", "", "#foo")).isTrue();
    assertThat(matches("\\!foo", "", "!foo")).isTrue();
  }

  @Test
  void negatesOnce() {
    IgnorePattern pattern = parsed("!!foo");
    assertThat(pattern.isNegative()).isTrue();
    assertThat(matches("!!foo", "", "!foo")).isTrue();
    assertThat(matches("!!foo", "", "foo")).isFalse();
  }

  @Test
  void matchesANameAtAnyDepth() {
    for (String pattern : new String[] {"foo", "**/foo", "/**/foo", "f*", "**/f?o", "*oo"}) {
      assertThat(matches(pattern, "", "foo")).as(pattern).isTrue();
      assertThat(matches(pattern, "a/b/", "foo")).as(pattern).isTrue();
      assertThat(matches(pattern, "foo/", "bar")).as(pattern).isFalse();
    }
  }

  @Test
  void matchesAnAnchoredNameInTheRulesDirectoryOnly() {
    for (String pattern : new String[] {"/foo", "/f*", "/*oo", "/[f]oo"}) {
      assertThat(matches(pattern, "", "foo")).as(pattern).isTrue();
      assertThat(matches(pattern, "a/", "foo")).as(pattern).isFalse();
    }
  }

  @Test
  void matchesPathsFromTheRulesDirectory() {
    for (String pattern : new String[] {"a/b", "/a/b", "a/*", "*/b", "?/b", "**/a/b", "a/**"}) {
      assertThat(matches(pattern, "a/", "b")).as(pattern).isTrue();
      assertThat(matches(pattern, "", "b")).as(pattern).isFalse();
      assertThat(matches(pattern, "c/", "d")).as(pattern).isFalse();
    }
    assertThat(matches("a/b", "a/", "bb")).isFalse();
    assertThat(matches("a/b", "x/a/", "b")).isFalse();
    assertThat(matches("a/**/d", "a/b/c/", "d")).isTrue();
    assertThat(matches("a/*/d", "a/b/c/", "d")).isFalse();
  }

  @Test
  void matchesPathsBelowANestedRulesDirectory() {
    IgnorePattern pattern = parsed("a/*.c");
    byte[] directory = Latin1.bytes("sub/a/");
    assertThat(pattern.matches(directory, 4, Latin1.bytes("x.c"), 0, 3, false)).isTrue();
    assertThat(pattern.matches(directory, 0, Latin1.bytes("x.c"), 0, 3, false)).isFalse();
  }

  @Test
  void knowsDirectoryOnlyPatterns() {
    IgnorePattern pattern = parsed("foo/");
    byte[] name = Latin1.bytes("foo");
    assertThat(pattern.matches(new byte[0], 0, name, 0, 3, true)).isTrue();
    assertThat(pattern.matches(new byte[0], 0, name, 0, 3, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "*o", "f*o", "[a]o", "a/**/o", "f\\o"})
  void knowsTheByteThatEveryMatchEndsWith(String line) {
    IgnorePattern pattern = parsed(line);
    assertThat(pattern.lastByte()).isEqualTo('o');
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "fo?", "*.[oa]", "foo*", "a\\*", "]"})
  void admitsThatTheEndIsOpen(String line) {
    IgnorePattern pattern = parsed(line);
    assertThat(pattern.lastByte()).isEqualTo(-1);
  }

  private static @Nullable IgnorePattern parse(String line) {
    byte[] bytes = Latin1.bytes("\n" + line + "\n");
    return IgnorePattern.parse(bytes, 1, bytes.length - 1, false);
  }

  private static IgnorePattern parsed(String line) {
    return requireNonNull(parse(line));
  }

  private static boolean matches(String line, String directory, String name) {
    IgnorePattern pattern = parse(line);
    byte[] names = Latin1.bytes("<" + name + ">");
    return pattern != null
        && pattern.matches(Latin1.bytes(directory), 0, names, 1, names.length - 1, true);
  }
}
