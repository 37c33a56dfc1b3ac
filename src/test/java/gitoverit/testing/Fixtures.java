package gitoverit.testing;

import java.util.List;
import java.util.stream.Stream;

/// Provides all [Fixture]s, from the shell files in `fixtures`.
public final class Fixtures {
  private static final List<Fixture> ALL =
      Stream.of(
              "worktree",
              "untracked",
              "history",
              "operations",
              "layout",
              "nested",
              "config",
              "broken")
          .flatMap(
              theme -> FixtureParser.parse(Resource.text("fixtures/" + theme + ".sh")).stream())
          .toList();

  private Fixtures() {}

  /// Returns all fixtures; similar ones are adjacent.
  public static List<Fixture> all() {
    return ALL;
  }

  /// Returns the fixture with a name.
  public static Fixture named(String name) {
    return ALL.stream().filter(fixture -> fixture.name().equals(name)).findFirst().orElseThrow();
  }
}
