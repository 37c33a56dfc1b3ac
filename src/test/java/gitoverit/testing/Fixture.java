package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Repositories in one particular state, and how to look at them. [Fixtures] has all there are.
///
/// The script ends by asking git whether the state is the one that the name promises, so a fixture
/// that does not show what it should cannot be made.
///
/// @param name what the state is called
/// @param about what is special about it, in one sentence
/// @param script shell text that makes it, in an empty directory `$ROOT/repo`
/// @param view how the program must look at it
/// @param expectation what the program must answer beside what git answers
/// @param versions the versions of git that it holds for
public record Fixture(
    String name,
    String about,
    String script,
    View view,
    Expectation expectation,
    Versions versions) {

  private static final String ROOT = "$ROOT";
  private static final String PRELUDE = Resource.text("prelude.sh");

  /// Who can make a state and see it as such.
  public enum User {
    /// Whoever runs the tests.
    ANYONE,
    /// A user who is bound by file permissions: root only after giving up that privilege.
    BOUND,
    /// Only root, who can give files to others.
    ROOT
  }

  /// How the program must look at a state.
  ///
  /// @param options more options that it needs to find all rows
  /// @param environment more environment variables
  /// @param user who must make the state and look at it
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

  /// A repository that is found when the whole sandbox is searched.
  ///
  /// @param path its directory below the root of the sandbox
  /// @param engine where its answer comes from unless git is asked about everything
  public record Row(String path, Engine engine) {}

  /// What the program must answer.
  ///
  /// @param rows all rows
  /// @param facts facts of the first row that git does not put into these words
  /// @param failure the kind of failure of the rows that git refuses to look at; null when it
  ///   refuses none
  public record Expectation(List<Row> rows, Map<String, String> facts, @Nullable String failure) {}

  /// A range of versions.
  ///
  /// @param since the first one; null when there is no older one
  /// @param until the first one that is too new; null when there is none
  public record Versions(@Nullable GitVersion since, @Nullable GitVersion until) {
    /// Returns whether a version is in the range.
    public boolean contain(GitVersion version) {
      return (since == null || version.compareTo(since) >= 0)
          && (until == null || version.compareTo(until) < 0);
    }
  }

  /// Makes the repositories of this fixture.
  ///
  /// @param sandbox a sandbox that nothing else uses
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

  /// Returns the environment in which the program must look at this fixture.
  ///
  /// @param sandbox the sandbox that it was made in
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
