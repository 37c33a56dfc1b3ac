package gitoverit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gitoverit.testing.Fixture.Engine;
import gitoverit.testing.Fixture.Row;
import gitoverit.testing.Fixture.Versions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FixtureParserTest {

  @Test
  void oneEngineHoldsForAllRows() {
    assertThat(parse("#engine: native", "#rows: a, b").expectation().rows())
        .containsExactly(new Row("a", Engine.NATIVE), new Row("b", Engine.NATIVE));
  }

  @Test
  void eachRowCanHaveAnEngineOfItsOwn() {
    assertThat(parse("#rows: a, b", "#engine: none, git").expectation().rows())
        .containsExactly(new Row("a", Engine.NONE), new Row("b", Engine.GIT));
  }

  @Test
  void refusesAFixtureWithoutAnEngine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("#rows: a"))
        .withMessageContaining("state: 1 rows, but `#engine:` names 0");
  }

  @Test
  void refusesEnginesForOtherRows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("#engine: git, none", "#rows: a, b, c"))
        .withMessageContaining("state: 3 rows, but `#engine:` names 2");
  }

  @Test
  void holdsForARangeOfVersions() {
    Versions versions = parse("#engine: git", "#since: 2.41", "#until: 2.43").versions();
    assertThat(Stream.of("2.40.9", "2.41", "git version 2.42.1", "2.43.0", "3.0"))
        .filteredOn(text -> versions.contain(GitVersion.parse(text)))
        .containsExactly("2.41", "git version 2.42.1");
    assertThat(parse("#engine: git").versions().contain(GitVersion.parse("1.0"))).isTrue();
  }

  private static Fixture parse(String... lines) {
    return FixtureParser.parse(
            "### state\n# Something is special.\n" + String.join("\n", lines) + "\nbase\n")
        .getFirst();
  }
}
