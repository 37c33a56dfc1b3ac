package gitoverit.testing;

import gitoverit.testing.Fixture.Engine;
import gitoverit.testing.Fixture.Expectation;
import gitoverit.testing.Fixture.Row;
import gitoverit.testing.Fixture.User;
import gitoverit.testing.Fixture.Versions;
import gitoverit.testing.Fixture.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Parses files of fixtures. Such a file is shell text in sections:
///
///     what all sections share
///
///     ### name
///     # what is special about it, in one sentence
///     #engine: native, git
///     #rows: repo, other
///     commands
///
/// Lines of the form `#key: value` describe the run and the expected answers. `engine` is required:
/// one [Engine] for all rows, or one for each. `rows` lists the directories with rows; the default
/// is `repo`. `option`, `env` and `fact` may be repeated, the latter two with a value `key=value`.
/// `fails` is a kind of failure, and `as` is a [User]. A state that depends on the version of git
/// has `since`, the first version for which it holds, or `until`, the first version for which it no
/// longer holds.
final class FixtureParser {
  private static final String HEADING = "### ";

  private final String name;
  private String about = "";
  private List<Engine> engines = List.of();
  private List<String> paths = List.of("repo");
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> facts = new HashMap<>();
  private @Nullable String failure;
  private User user = User.ANYONE;
  private @Nullable GitVersion since;
  private @Nullable GitVersion until;

  private FixtureParser(String name) {
    this.name = name;
  }

  /// Parses all sections of a file.
  static List<Fixture> parse(String text) {
    String[] parts = text.split("(?m)^" + HEADING, -1);
    return Stream.of(parts)
        .skip(1)
        .map(section -> new FixtureParser(firstLine(section)).fixture(parts[0], section))
        .toList();
  }

  private static String firstLine(String section) {
    return section.substring(0, section.indexOf('\n'));
  }

  private Fixture fixture(String shared, String section) {
    String commands =
        section
            .lines()
            .skip(1)
            .filter(line -> !isAbout(line) && !isSetting(line))
            .collect(Collectors.joining("\n"));
    View view = new View(List.copyOf(options), Map.copyOf(environment), user);
    Expectation expectation = new Expectation(rows(), Map.copyOf(facts), failure);
    Versions versions = new Versions(since, until);
    return new Fixture(name, about, shared + commands, view, expectation, versions);
  }

  private List<Row> rows() {
    int count = engines.size();
    if (count != 1 && count != paths.size()) {
      throw new IllegalArgumentException(
          "%s: %d rows, but `#engine:` names %d".formatted(name, paths.size(), count));
    }
    return IntStream.range(0, paths.size())
        .mapToObj(i -> new Row(paths.get(i), engines.get(count == 1 ? 0 : i)))
        .toList();
  }

  private boolean isAbout(String line) {
    boolean found = line.startsWith("# ");
    if (found) {
      about = line.substring(2);
    }
    return found;
  }

  private boolean isSetting(String line) {
    boolean found = line.startsWith("#");
    if (found) {
      String[] setting = line.substring(1).split(": ", 2);
      set(setting[0], setting[1]);
    }
    return found;
  }

  private void set(String key, String value) {
    switch (key) {
      case "engine" -> engines = words(value).map(FixtureParser::engine).toList();
      case "rows" -> paths = words(value).toList();
      case "option" -> options.add(value);
      case "env" -> put(environment, value);
      case "fact" -> put(facts, value);
      case "fails" -> failure = value;
      case "as" -> user = User.valueOf(value.toUpperCase(Locale.ROOT));
      case "since" -> since = GitVersion.parse(value);
      case "until" -> until = GitVersion.parse(value);
      default -> throw new IllegalArgumentException(name + ": unknown setting " + key);
    }
  }

  private static Stream<String> words(String value) {
    return Stream.of(value.split(", ", -1));
  }

  private static Engine engine(String word) {
    return Engine.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static void put(Map<String, String> map, String setting) {
    String[] pair = setting.split("=", 2);
    map.put(pair[0], pair[1]);
  }
}
