package gitoverit.git.command;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.testing.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitOutputTest {

  private static String reasonOf(String errors) {
    return new GitOutput(128, new byte[0], errors.getBytes(StandardCharsets.UTF_8)).reason();
  }

  @Test
  void theFirstLineThatNamesAFailureIsTheReason() {
    assertThat(
            reasonOf(
                """
                warning: something else
                fatal: '/nonexistent' does not appear to be a git repository
                fatal: Could not read from remote repository.

                Please make sure you have the correct access rights
                and the repository exists.
                """))
        .isEqualTo("'/nonexistent' does not appear to be a git repository");
    assertThat(
            reasonOf(
                """
                 ! [rejected]        HEAD -> main (non-fast-forward)
                error: failed to push some refs to '/repo'
                hint: Updates were rejected because the tip of your current branch is behind
                """))
        .isEqualTo("failed to push some refs to '/repo'");
  }

  /// git itself prints the cause before the consequence.
  @Test
  void theReasonOfADamagedIndexIsItsCause(@TempDir Path root) throws Exception {
    GitSandbox sandbox = GitSandbox.in(root);
    sandbox.sh(root, "git init -q . && printf 'DIRC\\0\\0\\0\\011%040d' 0 >.git/index");
    GitCommand git = new GitCommand(System.getenv(), new ChildProcesses(FileAccess.create()));
    GitOutput output = git.read(root, Budget.ofMillis(30_000), "status");
    assertThat(output.errorText().lines())
        .containsExactly("error: bad index version 9", "fatal: index file corrupt");
    assertThat(output.reason()).isEqualTo("bad index version 9");
  }

  @Test
  void aReasonContinuesInTheNextLineAfterAColon() {
    assertThat(reasonOf("fatal: unknown extension found:\n\tfoo\n"))
        .isEqualTo("unknown extension found: foo");
    assertThat(reasonOf("fatal: unknown extension found:")).isEqualTo("unknown extension found:");
  }

  @Test
  void withoutAFailureTheLastLineIsTheReason() {
    assertThat(reasonOf("usage: git\n   one\n\n")).isEqualTo("one");
    assertThat(reasonOf("")).isEqualTo("git exited with 128");
  }
}
