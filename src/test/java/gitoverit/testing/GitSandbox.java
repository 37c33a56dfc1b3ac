package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A directory in which the real git may do as it likes: it has a home and an environment of its
/// own, a fixed identity and fixed dates, so that the same commands make the same commits anywhere.
///
/// @param root the directory, a real path
/// @param git the git that everything in the sandbox runs
public record GitSandbox(Path root, Git git) {

  /// The owner of the home directory, and settings without which git would be slow, would ask or
  /// would leave processes behind.
  private static final String GLOBAL_CONFIG =
      """
      [user]
        name = Ada Lovelace
        email = ada@example.org
      [init]
        defaultBranch = main
        templateDir =
      [core]
        fsync = none
      [gc]
        auto = 0
      [maintenance]
        auto = false
      [protocol "file"]
        allow = always
      """;

  /// Makes a sandbox for the installed git.
  ///
  /// @param root an empty directory, such as one that JUnit will delete
  public static GitSandbox in(Path root) {
    return in(root, Git.installed());
  }

  /// Makes a sandbox.
  ///
  /// @param root an empty directory, such as one that JUnit will delete
  /// @param git the git to run in it
  public static GitSandbox in(Path root, Git git) {
    try {
      GitSandbox sandbox = new GitSandbox(root.toRealPath(), git);
      Files.createDirectory(sandbox.home());
      Files.writeString(sandbox.home().resolve(".gitconfig"), GLOBAL_CONFIG);
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the home directory, in which `.gitconfig` is the global configuration.
  public Path home() {
    return root.resolve("home");
  }

  /// Returns the environment that programs run in here, git and the program under test alike.
  public Map<String, String> environment() {
    return Map.of(
        "PATH", git.path(),
        "HOME", home().toString(),
        "LC_ALL", "C",
        "GIT_CONFIG_SYSTEM", "/dev/null",
        "GIT_AUTHOR_DATE", "1700000000 +0000",
        "GIT_COMMITTER_DATE", "1700000000 +0000");
  }

  /// Makes an empty repository.
  ///
  /// @param name its directory, below the root
  /// @param options more options of `git init`
  public Repo init(String name, String... options) {
    return create(name, List.of("init", "-q"), List.of(options), List.of(name));
  }

  /// Clones a repository of this sandbox.
  ///
  /// @param source what to clone
  /// @param name the directory of the clone, below the root
  /// @param options more options of `git clone`
  public Repo clone(Repo source, String name, String... options) {
    return create(
        name, List.of("clone", "-q"), List.of(options), List.of(source.path().toString(), name));
  }

  /// Returns the repository that is already there.
  ///
  /// @param name its directory, below the root
  public Repo repo(String name) {
    return new Repo(this, root.resolve(name));
  }

  /// Runs a shell script that must succeed.
  ///
  /// @param directory the current directory
  /// @param script text for `sh -eu`
  /// @return what it wrote to standard output, without the line ends at its end
  public String sh(Path directory, String script) {
    return new Command(List.of("sh", "-euc", script), directory, environment()).runOrThrow().text();
  }

  /// Returns whether the tests are run by root, whom no file permission binds.
  public static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /// Returns the words of a command that runs bound by file permissions, whoever runs the tests:
  /// root gives up the privilege to ignore them.
  public static List<String> bound(List<String> words) {
    if (!isRoot()) {
      return words;
    }
    List<String> all =
        new ArrayList<>(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
    all.addAll(words);
    return all;
  }

  private Repo create(
      String name, List<String> command, List<String> options, List<String> operands) {
    List<String> words = new ArrayList<>(List.of("git"));
    Stream.of(command, options, operands).forEach(words::addAll);
    new Command(words, root, environment()).runOrThrow();
    return repo(name);
  }

  /// A repository of a sandbox.
  ///
  /// @param sandbox where it is
  /// @param path the root of its worktree
  public record Repo(GitSandbox sandbox, Path path) {

    /// Runs git in this repository.
    ///
    /// @param arguments the subcommand and its arguments
    /// @return what git wrote to standard output, without the line ends at its end
    /// @throws IllegalStateException when git fails, with what it said
    public String git(String... arguments) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(List.of(arguments));
      return new Command(words, path, sandbox.environment()).runOrThrow().text();
    }

    /// Runs a shell script in this repository, which saves starting each git command by itself.
    ///
    /// @param script text for `sh -eu`
    /// @return what it wrote to standard output, without the line ends at its end
    public String sh(String script) {
      return sandbox.sh(path, script);
    }

    /// Writes a file of the worktree and the directories that it needs.
    ///
    /// @param file its path in the worktree
    /// @param text its new content
    public Repo write(String file, String text) {
      Path target = path.resolve(file);
      try {
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, text);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// Commits everything that differs, tracked or not, and an empty commit if nothing does.
    ///
    /// @param message the commit message
    /// @return the new commit
    public String commit(String message) {
      return sh(
          "git add -A; git commit -q --allow-empty -m '%s'; git rev-parse HEAD".formatted(message));
    }
  }
}
