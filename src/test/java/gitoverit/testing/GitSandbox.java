package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A directory for the real git, with its own home and environment, a fixed identity and fixed
/// dates, so that the same commands create the same commits everywhere.
///
/// @param root the directory, a real path
/// @param git the git for all commands in the sandbox
public record GitSandbox(Path root, Git git) {

  /// The user's identity, and settings that keep git fast and prevent prompts and background
  /// processes.
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

  /// Creates a sandbox for the installed git.
  ///
  /// @param root an empty directory, such as one that JUnit will delete
  public static GitSandbox in(Path root) {
    return in(root, Git.installed());
  }

  /// Creates a sandbox.
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

  /// Returns the environment of all programs in the sandbox, both git and the program under test.
  public Map<String, String> environment() {
    return Map.of(
        "PATH", git.path(),
        "HOME", home().toString(),
        "LC_ALL", "C",
        "GIT_CONFIG_SYSTEM", "/dev/null",
        "GIT_AUTHOR_DATE", "1700000000 +0000",
        "GIT_COMMITTER_DATE", "1700000000 +0000");
  }

  /// Creates an empty repository.
  ///
  /// @param name its directory below the root
  /// @param options additional options of `git init`
  public Repo init(String name, String... options) {
    return create(name, List.of("init", "-q"), List.of(options), List.of(name));
  }

  /// Clones a repository of this sandbox.
  ///
  /// @param source the repository to clone
  /// @param name the directory of the clone, below the root
  /// @param options additional options of `git clone`
  public Repo clone(Repo source, String name, String... options) {
    return create(
        name, List.of("clone", "-q"), List.of(options), List.of(source.path().toString(), name));
  }

  /// Returns an existing repository.
  ///
  /// @param name its directory below the root
  public Repo repo(String name) {
    return new Repo(this, root.resolve(name));
  }

  /// Runs a shell script that must succeed.
  ///
  /// @param directory the current directory
  /// @param script text for `sh -eu`
  /// @return its standard output without trailing line ends
  public String sh(Path directory, String script) {
    return new Command(List.of("sh", "-euc", script), directory, environment()).runOrThrow().text();
  }

  /// Returns whether root runs the tests, who is not subject to file permissions.
  public static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /// Returns the words of a command that is subject to file permissions for every user: root drops
  /// the privilege to ignore them.
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
  /// @param sandbox its sandbox
  /// @param path the root of its worktree
  public record Repo(GitSandbox sandbox, Path path) {

    /// Runs git in this repository.
    ///
    /// @param arguments the subcommand and its arguments
    /// @return git's standard output without trailing line ends
    /// @throws IllegalStateException if git fails, with its message
    public String git(String... arguments) {
      List<String> words = new ArrayList<>(List.of("git"));
      words.addAll(List.of(arguments));
      return new Command(words, path, sandbox.environment()).runOrThrow().text();
    }

    /// Runs a shell script in this repository, which is faster than one process call for each git
    /// command.
    ///
    /// @param script text for `sh -eu`
    /// @return its standard output without trailing line ends
    public String sh(String script) {
      return sandbox.sh(path, script);
    }

    /// Writes a file of the worktree and creates its directories.
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

    /// Commits all changes, including untracked files; without changes, the commit is empty.
    ///
    /// @param message the commit message
    /// @return the new commit
    public String commit(String message) {
      return sh(
          "git add -A; git commit -q --allow-empty -m '%s'; git rev-parse HEAD".formatted(message));
    }
  }
}
