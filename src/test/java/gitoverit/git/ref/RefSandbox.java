package gitoverit.git.ref;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitText;
import gitoverit.git.ObjectFormat;
import gitoverit.git.RefName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One repository with two commits, on the branch `main`; and the real git, which sees only the
/// repository's configuration.
final class RefSandbox {
  private static final String TWO_COMMITS =
      """
      commit refs/heads/main
      committer A <a@example.com> 1700000000 +0000
      data 3
      one
      commit refs/heads/main
      committer A <a@example.com> 1700000001 +0000
      data 3
      two
      """;

  private final Path root;
  private final Map<String, String> environment;

  RefSandbox(Path directory, String... initOptions) throws IOException {
    root = directory.toRealPath();
    environment =
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", root.toString(),
            "LC_ALL", "C",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_SYSTEM", "/dev/null",
            "GIT_AUTHOR_NAME", "A",
            "GIT_AUTHOR_EMAIL", "a@example.com",
            "GIT_COMMITTER_NAME", "A",
            "GIT_COMMITTER_EMAIL", "a@example.com");
    List<String> init = new ArrayList<>(List.of("init", "-q", "--template=", "-b", "main", "r"));
    init.addAll(1, List.of(initOptions));
    gitIn(root, "", init.toArray(String[]::new));
    feed(TWO_COMMITS, "fast-import", "--quiet");
  }

  /// The worktree.
  Path worktree() {
    return root.resolve("r");
  }

  /// The common directory.
  Path commonDir() {
    return worktree().resolve(".git");
  }

  /// Writes a file below the common directory.
  void write(String file, String content) throws IOException {
    write(file, GitText.encode(content));
  }

  void write(String file, byte[] content) throws IOException {
    Path path = commonDir().resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }

  byte[] read(String file) throws IOException {
    return Files.readAllBytes(commonDir().resolve(file));
  }

  /// Runs git in the worktree and returns its output without the last line end; null when it fails.
  @Nullable String git(String... arguments) {
    return gitIn(worktree(), "", arguments);
  }

  /// Runs git in the worktree and returns the lines of its output; none when it fails.
  List<String> lines(String... arguments) {
    String output = git(arguments);
    return output == null ? List.of() : output.lines().toList();
  }

  /// Runs git with input.
  @Nullable String feed(String input, String... arguments) {
    return gitIn(worktree(), input, arguments);
  }

  /// Runs git and returns its output as [GitText].
  @Nullable String gitIn(Path directory, String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().write(GitText.encode(input));
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      boolean ended = output.length > 0 && output[output.length - 1] == '\n';
      String text = GitText.decode(output, output.length - (ended ? 1 : 0));
      return process.waitFor() == 0 ? text : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Returns the header lines of `git status --porcelain=v2 --branch --show-stash` by their key,
  /// such as `branch.head`.
  Map<String, String> status(Path directory) {
    String output = gitIn(directory, "", "status", "--porcelain=v2", "--branch", "--show-stash");
    Map<String, String> headers = new HashMap<>();
    for (String line : output == null ? List.<String>of() : output.lines().toList()) {
      if (line.startsWith("# ")) {
        int space = line.indexOf(' ', 2);
        headers.put(line.substring(2, space), line.substring(space + 1));
      }
    }
    return headers;
  }

  Map<String, String> status() {
    return status(worktree());
  }

  /// Returns the name of the ref of a branch.
  static RefName branch(String shortName) {
    return new RefName("refs/heads/" + shortName);
  }

  /// Opens the refs of the main worktree.
  RefDatabase open() throws IOException {
    return open(commonDir(), ObjectFormat.SHA1);
  }

  /// Opens the refs of a worktree.
  RefDatabase open(Path gitDir, ObjectFormat format) throws IOException {
    FileAccess files = FileAccess.create();
    return new RefDatabase(files.openDirectory(gitDir), files.openDirectory(commonDir()), format);
  }
}
