package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Repositories in a particular state, with the expected answers. [Fixtures] lists all fixtures.
///
/// The script ends with a git command that checks for the state in the name, so a fixture without
/// this state cannot be created.
///
/// @param name the name of the state
/// @param about the special point of the state, in one sentence
/// @param script a shell script that creates it in an empty directory `$ROOT/repo`
/// @param view the conditions of the run
/// @param expectation the answers that git does not give
/// @param versions the versions of git for which it holds
public record Fixture(
    String name,
    String about,
    String script,
    View view,
    Expectation expectation,
    Versions versions) {

  private static final String ROOT = "$ROOT";
  private static final String PRELUDE = Resource.text("prelude.sh");

  /// The user who can create a state and observe it.
  public enum User {
    /// Any user.
    ANYONE,
    /// A user who is subject to file permissions; root after dropping that privilege.
    BOUND,
    /// Only root, who can change the owner of files.
    ROOT
  }

  /// The conditions of a run of the program.
  ///
  /// @param options options that are necessary to find all rows
  /// @param environment additional environment variables
  /// @param user the user who must create the state and run the program
  public record View(List<String> options, Map<String, String> environment, User user) {}

  /// The source of an answer.
  public enum Engine {
    /// The program has read git's own files.
    NATIVE("native"),
    /// The program has asked git.
    GIT("git"),
    /// There is no answer.
    NONE(null);

    private final @Nullable String key;

    Engine(@Nullable String key) {
      this.key = key;
    }

    /// Returns the value of the key `engine` in the program's output.
    public @Nullable String key() {
      return key;
    }
  }

  /// A repository that a search of the whole sandbox finds.
  ///
  /// @param path its directory below the root of the sandbox
  /// @param engine where its answer comes from unless git is asked about everything
  public record Row(String path, Engine engine) {}

  /// The expected answers of the program.
  ///
  /// @param rows all rows
  /// @param facts facts of the first row that git reports in other words
  /// @param failure the kind of failure of the rows that git refuses to read; null if it refuses
  ///   none
  public record Expectation(List<Row> rows, Map<String, String> facts, @Nullable String failure) {}

  /// A range of versions.
  ///
  /// @param since the first version; null if there is no lower limit
  /// @param until the first version after the range; null if there is no upper limit
  public record Versions(@Nullable GitVersion since, @Nullable GitVersion until) {
    /// Returns whether a version is in the range.
    public boolean contain(GitVersion version) {
      return (since == null || version.compareTo(since) >= 0)
          && (until == null || version.compareTo(until) < 0);
    }
  }

  /// Creates the repositories of this fixture.
  ///
  /// @param sandbox a sandbox for this fixture alone
  /// @return the directory of the first row
  public Path build(GitSandbox sandbox) {
    Path root = sandbox.root();
    try {
      Path repo = Files.createDirectory(root.resolve("repo"));
      sandbox.sh(repo, "ROOT='" + root + "'\n" + PRELUDE + script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root.resolve(expectation.rows().getFirst().path());
  }

  /// Returns the environment of the program for this fixture.
  ///
  /// @param sandbox the sandbox of the fixture
  public Map<String, String> environment(GitSandbox sandbox) {
    Map<String, String> all = new HashMap<>(sandbox.environment());
    String root = sandbox.root().toString();
    view.environment().forEach((key, value) -> all.put(key, value.replace(ROOT, root)));
    return all;
  }

  @Override
  public String toString() {
    return name + ": " + about;
  }
}
