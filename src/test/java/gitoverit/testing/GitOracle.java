package gitoverit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Asks the real git about a repository.
///
/// It runs git, and `stat` for the times of files, but reads none of git's files, so it shares no
/// mistake with the program. One shell runs all commands for a repository and writes the output of
/// each to its own file; [GitAnswers] converts the files to facts.
public final class GitOracle {

  /// The variables that direct git to another repository (`git rev-parse --local-env-vars`).
  private static final Set<String> LOCAL =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_PREFIX",
          "GIT_COMMON_DIR",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES");

  private static final String QUESTIONS = Resource.text("questions.sh");

  private GitOracle() {}

  /// Asks git about one repository.
  ///
  /// @param repository the root of the worktree, or the repository itself when bare
  /// @param sandbox the sandbox of the repository
  /// @param environment the environment of the program; variables that direct git to another
  ///   repository are removed
  /// @param bound whether to run git as a user who is subject to file permissions
  /// @return the expected facts
  public static Facts ask(
      Path repository, GitSandbox sandbox, Map<String, String> environment, boolean bound) {
    try {
      Path answers = Files.createTempDirectory(sandbox.root(), "answers");
      Map<String, String> variables = new HashMap<>(environment);
      variables.keySet().removeAll(LOCAL);
      variables.put("GIT_OPTIONAL_LOCKS", "0");
      variables.put("OUT", answers.toString());
      List<String> shell = List.of("sh", "-c", QUESTIONS);
      List<String> words = bound ? GitSandbox.bound(shell) : shell;
      int exitCode = new Command(words, repository, variables).run().exitCode();
      return exitCode == 0 ? new GitAnswers(answers).facts() : new Facts(new TreeMap<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
