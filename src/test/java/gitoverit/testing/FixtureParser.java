package gitoverit.testing;

import gitoverit.testing.Fixture.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads files of fixtures. Such a file is shell text in sections:
///
///     what all sections share
///
///     ### name
///     # what is special about it, in one sentence
///     #rows: repo, other
///     commands
///
/// Lines of the form `#key: value` say how to look at what the commands make. `rows` lists the
/// directories that are rows, `repo` alone if it is missing; `option`, `env` and `fact` may be
/// repeated, the latter two with a value `key=value`; `fails` is a kind of failure and `as` one of
/// [User].
final class FixtureParser {
  private static final String HEADING = "### ";

  private final String name;
  private String about = "";
  private List<String> rows = List.of("repo");
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> facts = new HashMap<>();
  private @Nullable String failure;
  private User user = User.ANYONE;

  private FixtureParser(String name) {
    this.name = name;
  }

  /// Reads all sections of a file.
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
    return new Fixture(
        name,
        about,
        shared + commands,
        rows,
        List.copyOf(options),
        Map.copyOf(environment),
        Map.copyOf(facts),
        failure,
        user);
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
      case "rows" -> rows = List.of(value.split(", ", -1));
      case "option" -> options.add(value);
      case "env" -> put(environment, value);
      case "fact" -> put(facts, value);
      case "fails" -> failure = value;
      case "as" -> user = User.valueOf(value.toUpperCase(Locale.ROOT));
      default -> throw new IllegalArgumentException(name + ": unknown setting " + key);
    }
  }

  private static void put(Map<String, String> map, String setting) {
    String[] pair = setting.split("=", 2);
    map.put(pair[0], pair[1]);
  }
}
