package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.Command;
import gitoverit.testing.Facts;
import gitoverit.testing.GitOracle;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes a repository at random, and compares the program's answer with git's after each change.
final class RandomSequence {
  /// The portable file access is compared once in this number of rounds.
  private static final int PORTABLE_EVERY = 4;

  private static final int MOST_STEPS = 3;

  private final long seed;
  private final EngineCount engines;
  private final GitSandbox sandbox;
  private final Path repository;
  private final List<String> steps = new ArrayList<>();

  /// Makes the repository.
  ///
  /// @param seed the seed of the random steps
  /// @param sandbox an empty sandbox
  /// @param engines counts the answers of the native way
  RandomSequence(long seed, GitSandbox sandbox, EngineCount engines) {
    this.seed = seed;
    this.sandbox = sandbox;
    this.engines = engines;
    repository = sandbox.init("repo").path();
  }

  /// Takes one or more steps and compares the answers, repeatedly.
  ///
  /// @param rounds the number of repetitions
  /// @throws AssertionError at the first difference or other failure, with the steps that led to it
  void run(int rounds) {
    try {
      takeAndCompare(rounds);
    } catch (RuntimeException e) {
      throw new AssertionError(toString(), e);
    }
  }

  private void takeAndCompare(int rounds) {
    Random random = new Random(seed);
    RandomSteps next = new RandomSteps(random);
    take(List.of(RandomSteps.BEGINNING));
    for (int round = 1; round <= rounds; round++) {
      take(Stream.generate(next::next).limit(1 + random.nextInt(MOST_STEPS)).toList());
      compare(round % PORTABLE_EVERY == 0);
    }
    look(Way.NATIVE).forEach(this::compareWithOracle);
  }

  /// Runs each step in its own shell, so that the exit of one does not affect the next.
  private void take(List<String> some) {
    steps.addAll(some);
    String script = RandomSteps.PRELUDE + "(" + String.join("\n)\n(", some) + "\n)";
    new Command(List.of("sh", "-c", script), repository, sandbox.environment()).run();
  }

  private void compare(boolean portable) {
    Snapshot before = Snapshot.of(sandbox.root());
    Map<Path, Object> rows = look(Way.NATIVE);
    engines.add(rows.values());
    compare(Way.GIT, look(Way.GIT), Way.NATIVE, rows);
    if (portable) {
      compare(Way.NATIVE, rows, Way.PORTABLE, look(Way.PORTABLE));
    }
    Snapshot after = Snapshot.of(sandbox.root());
    assertThat(before.changesUntil(after)).as("what was written\n%s", this).isEmpty();
  }

  private Map<Path, Object> look(Way way) {
    InProcess.Result result =
        new ProgramRun(
                way.properties(),
                sandbox.environment(),
                sandbox.root(),
                List.of("--format", "json", "-s", "path"))
            .with(sandbox.git());
    assertThat(result.exitCode()).as("exit code, %s; %s\n%s", way, result.err(), this).isIn(0, 3);
    return Rows.parse(result.out());
  }

  private void compare(Way left, Map<Path, Object> expected, Way right, Map<Path, Object> actual) {
    assertThat(actual.keySet()).as("rows, %s\n%s", right, this).isEqualTo(expected.keySet());
    expected.forEach((path, row) ->
        assertThat(differences(row, actual.get(path)))
            .as("%s: %s and %s\n%s", path, left, right, this)
            .isEmpty());
  }

  /// Returns the differences between two rows, except the source of the answer.
  private static Map<String, String> differences(Object expected, @Nullable Object actual) {
    Map<?, ?> left = (Map<?, ?>) expected;
    Map<?, ?> right = (Map<?, ?>) Objects.requireNonNull(actual);
    Set<Object> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    keys.remove("engine");
    keys.remove("asked_git");
    Map<String, String> differences = new TreeMap<>();
    for (Object key : keys) {
      if (!Objects.equals(left.get(key), right.get(key))) {
        differences.put(key.toString(), left.get(key) + " and " + right.get(key));
      }
    }
    return differences;
  }

  private void compareWithOracle(Path path, Object row) {
    Facts facts = GitOracle.ask(path, sandbox, sandbox.environment(), false);
    facts
        .byKey()
        .forEach((key, value) ->
            assertThat(Rows.value(row, key))
                .as("%s of %s, as the oracle says\n%s", key, path, this)
                .isEqualTo(Rows.plain(value)));
  }

  @Override
  public String toString() {
    return "%s, after seed %d and the steps\n%s"
        .formatted(sandbox.git(), seed, String.join("\n", steps));
  }
}
