package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(60)
final class UndoTest {
  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;
  private Repo repo;
  private String before;

  @BeforeEach
  void pull() {
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("upstream");
    upstream.write("file", "one\n").commit("one");
    sandbox.sh(root, "mkdir work");
    repo = sandbox.clone(upstream, "work/repo");
    before = head();
    upstream.write("file", "two\n").commit("two");
    assertThat(RemoteRun.of(sandbox, "-P").flag("repo", "pulled")).isTrue();
  }

  private String head() {
    return repo.git("rev-parse", "main");
  }

  private InProcess.Result undo(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "undo";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return InProcess.run(Map.of(), sandbox.environment(), root, all);
  }

  @Test
  void withoutYesItOnlyShows() {
    String after = head();
    InProcess.Result result = undo();
    assertThat(result.out())
        .contains(
            repo.path()
                + ": pull refs/heads/main "
                + before.substring(0, 7)
                + " -> "
                + after.substring(0, 7)
                + ": can be undone")
        .contains("fetch refs/remotes/origin/main")
        .contains("kept: not a local branch")
        .endsWith("\nrun `gitoverit undo --yes` to undo these\n");
    assertThat(head()).isEqualTo(after);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theBranchAndItsFilesComeBack() {
    assertThat(undo("--yes").exitCode()).isZero();
    assertThat(head()).isEqualTo(before);
    assertThat(repo.sh("cat file; git status --porcelain")).isEqualTo("one");
    assertThat(repo.git("rev-parse", "origin/main")).isEqualTo(upstream.git("rev-parse", "main"));
  }

  @Test
  void anUndoCanBeUndone() {
    String after = head();
    undo("--yes");
    undo("--yes");
    assertThat(head()).isEqualTo(after);
  }

  @Test
  void aBranchThatIsNoLongerCheckedOutComesBackToo() {
    repo.git("checkout", "-q", "-b", "topic");
    assertThat(undo("--yes").exitCode()).isZero();
    assertThat(head()).isEqualTo(before);
    assertThat(repo.sh("cat file")).isEqualTo("two");
  }

  @Test
  void aBranchInAnotherWorktreeComesBackThere() {
    repo.sh("git checkout -q -b topic; git worktree add -q ../other main");
    assertThat(undo("--yes").exitCode()).isZero();
    assertThat(head()).isEqualTo(before);
    assertThat(sandbox.sh(root, "cat work/other/file")).isEqualTo("one");
  }

  @Test
  void aBranchInAWorktreeWhoseNameIsNoTextComesBackThere() {
    repo.sh("git checkout -q -b topic; git worktree add -q ../caf$(printf '\\351') main");
    assertThat(undo("--yes").exitCode()).isZero();
    assertThat(head()).isEqualTo(before);
    assertThat(sandbox.sh(root, "cat work/caf*/file")).isEqualTo("one");
  }

  @Test
  void whatHasMovedOnIsLeft() {
    String mine = repo.commit("mine");
    InProcess.Result result = undo("--yes");
    assertThat(result.out()).contains("kept: has moved since");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(head()).isEqualTo(mine);
  }

  @Test
  void whatCannotBeMovedBackIsNotOffered() {
    repo.commit("mine");
    assertThat(undo().out()).contains("kept: has moved since").doesNotContain("--yes");
    sandbox.sh(root, "rm -r work/repo");
    assertThat(undo().out()).contains("kept: the repository is gone").doesNotContain("--yes");
    assertThat(undo("--yes").exitCode()).isEqualTo(3);
  }

  @Test
  void whatIsNotCommittedIsNotTouched() {
    String after = head();
    repo.write("file", "mine\n");
    InProcess.Result result = undo("--yes");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(head()).isEqualTo(after);
    assertThat(repo.sh("cat file")).isEqualTo("mine");
  }

  @Test
  void aRunThatMovedNothingIsNotTheLastOne() {
    RemoteRun.of(sandbox, "-f");
    assertThat(undo().out()).contains("refs/heads/main");
  }

  @Test
  void aPullThatFailedIsNotToBeUndone() {
    repo.write("ignored", "mine\n").write(".git/info/exclude", "ignored\n");
    upstream.write("ignored", "theirs\n").commit("three");
    assertThat(RemoteRun.of(sandbox, "-P").flag("repo", "pull_failed")).isTrue();
    assertThat(undo().out()).doesNotContain("refs/heads/main");
  }

  @Test
  void theJournalLiesInTheStateDirectory() {
    assertThat(sandbox.home().resolve(".local/state/gitoverit/journal")).isRegularFile();
    RemoteRun.of(sandbox, Map.of("XDG_STATE_HOME", root + "/state"), "-f");
    upstream.commit("three");
    RemoteRun.of(sandbox, Map.of("XDG_STATE_HOME", root + "/state"), "-f");
    assertThat(root.resolve("state/gitoverit/journal")).isRegularFile();
  }

  @Test
  void whatCannotBeWrittenDownIsSaid() throws Exception {
    upstream.commit("three");
    Files.writeString(root.resolve("no-directory"), "");
    RemoteRun run = RemoteRun.of(sandbox, Map.of("XDG_STATE_HOME", root + "/no-directory"), "-f");
    assertThat(run.err()).contains("cannot write the undo journal");
  }

  @Test
  void anythingButYesIsWrongUsage() {
    assertThat(undo("--now").exitCode()).isEqualTo(2);
  }

  @Test
  void withoutAJournalThereIsNothingToUndo() throws Exception {
    Files.delete(sandbox.home().resolve(".local/state/gitoverit/journal"));
    assertThat(undo().out()).isEqualTo("nothing to undo\n");
  }
}
