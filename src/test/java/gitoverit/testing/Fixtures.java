package gitoverit.testing;

import java.util.List;
import java.util.stream.Stream;

/// Every [Fixture] there is, from the shell files in `fixtures`.
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

  /// Returns all fixtures, those that are alike side by side.
  public static List<Fixture> all() {
    return ALL;
  }

  /// Returns the fixture of a name.
  public static Fixture named(String name) {
    return ALL.stream().filter(fixture -> fixture.name().equals(name)).findFirst().orElseThrow();
  }
}
