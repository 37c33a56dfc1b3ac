package gitoverit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gitoverit.testing.Git;
import gitoverit.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that runs git in a sandbox can run a second git.
final class OtherGitTest {
  private static final String MARKED =
      """
      #!/bin/sh
      echo "$@" >>"${0%/*}/commands"
      PATH=${PATH#*:}
      exec git "$@"
      """;

  @TempDir private Path root;
  private GitSandbox sandbox;
  private Path commands;

  @BeforeEach
  void markCommands() throws IOException {
    Path program = Files.writeString(root.resolve("marked-git"), MARKED);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path bin = Files.createDirectory(root.resolve("bin"));
    Git git = Git.of(program, bin);
    commands = bin.resolve("commands");
    sandbox = GitSandbox.in(Files.createDirectory(root.resolve("sandbox")), git);
  }

  @Test
  void makesRepositories() throws IOException {
    sandbox.init("repo").write("a", "1\n").git("add", "a");
    sandbox.repo("repo").sh("git rm -q --cached a");
    assertThat(commands).content().contains("init -q repo\n", "add a\n", "rm -q --cached a\n");
  }

  @Test
  void isRunByTheProgram() throws IOException {
    Path repo = sandbox.init("repo").path();
    for (Way way : List.of(Way.GIT, Way.NATIVE)) {
      Files.delete(commands);
      new ProgramRun(
              way.properties(), sandbox.environment(), repo, List.of("--where", "dirty", "."))
          .with(sandbox.git());
      assertThat(Files.exists(commands)).as(way.toString()).isEqualTo(way == Way.GIT);
    }
  }

  /// Without a second git, this test is reported as skipped in place of all tests with it.
  @Test
  void isTheOneThatTheEnvironmentNames() {
    String program = System.getenv("GITOVERIT_TEST_GIT");
    assumeTrue(program != null && !program.isEmpty(), "GITOVERIT_TEST_GIT names no other git");
    Git other = Objects.requireNonNull(Git.other());
    assertThat(Git.all()).containsExactly(Git.installed(), other);
    assertThat(GitSandbox.in(root, other).sh(root, "git version"))
        .isEqualTo(sandbox.sh(root, program + " version"));
  }
}
