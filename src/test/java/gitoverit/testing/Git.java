package gitoverit.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A git that creates repositories, serves as the oracle and is run by the program.
///
/// The environment variable `GITOVERIT_TEST_GIT` may name a second git, so that tests run once with
/// each.
///
/// @param version its version
/// @param path the `PATH` on which it is the first git
public record Git(GitVersion version, String path) {
  private static final String PATH = System.getenv("PATH");
  private static final Git INSTALLED = onPath(PATH);
  private static final @Nullable Git OTHER = named(System.getenv("GITOVERIT_TEST_GIT"));

  /// Returns the git of the `PATH` of this process.
  public static Git installed() {
    return INSTALLED;
  }

  /// Returns the git that `GITOVERIT_TEST_GIT` names; null if the variable is not set.
  public static @Nullable Git other() {
    return OTHER;
  }

  /// Returns every git under test.
  public static List<Git> all() {
    return OTHER == null ? List.of(INSTALLED) : List.of(INSTALLED, OTHER);
  }

  /// Returns the git with a given program file, whatever its name.
  ///
  /// @param program the path of the program
  /// @param directory an empty directory, in which it gets the name `git`
  public static Git of(Path program, Path directory) {
    try {
      Files.createSymbolicLink(directory.resolve("git"), program.toRealPath());
      return onPath(directory + File.pathSeparator + PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Git named(@Nullable String program) {
    if (program == null || program.isEmpty()) {
      return null;
    }
    try {
      Path directory = Files.createTempDirectory("git");
      Git git = of(Path.of(program), directory);
      Stream.of(directory, directory.resolve("git")).map(Path::toFile).forEach(File::deleteOnExit);
      return git;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Git onPath(String path) {
    Command version =
        new Command(List.of("git", "version"), Path.of("/"), Map.of("PATH", path, "LC_ALL", "C"));
    return new Git(GitVersion.parse(version.runOrThrow().text()), path);
  }

  @Override
  public String toString() {
    return "git " + version;
  }
}
