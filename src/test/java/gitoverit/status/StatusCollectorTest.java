package gitoverit.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.UnprovenException;
import gitoverit.report.ChangeCounts;
import gitoverit.report.LineTotals;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusCollectorTest {
  @TempDir private Path root;
  private Repo repo;
  private StatusSandbox sandbox;

  @BeforeEach
  void makeRepository() {
    repo = GitSandbox.in(root).init("repo");
    repo.sh(
        """
        mkdir dir; echo 1 > a; echo 1 > b; echo 1 > dir/c; git add .; git commit -qm one
        find a b dir -exec touch -d '1 hour ago' {} +; git update-index --refresh
        """);
    sandbox = new StatusSandbox(repo);
  }

  /// The counts are staged, unstaged, unmerged, modified, deleted, untracked.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true                                                    | 0 0 0 0 0 0",
        "echo 2 > a                                              | 0 1 0 1 0 0",
        "echo 2 > a; git add a                                   | 1 0 0 1 0 0",
        "echo 2 > a; git add a; echo 3 > a                       | 1 1 0 1 0 0",
        "echo 1 > new; git add new                               | 1 0 0 1 0 0",
        "echo 1 > new; git add new; echo 2 > new                 | 1 1 0 1 0 0",
        "echo 1 > new; git add new; rm new                       | 1 1 0 1 1 0",
        "echo 1 > new; git add -N new                            | 0 1 0 1 0 0",
        "rm a                                                    | 0 1 0 0 1 0",
        "git rm -q a                                             | 1 0 0 0 1 0",
        "git rm -q --cached a                                    | 1 0 0 0 1 1",
        "rm -r dir                                               | 0 1 0 0 1 0",
        "rm -r dir; echo > dir                                   | 0 1 0 0 1 1",
        "rm a; mkdir a; echo > a/x                               | 0 1 0 0 1 0",
        "ln -sf b a                                              | 0 1 0 1 0 0",
        "chmod +x a                                              | 0 1 0 1 0 0",
        "touch a                                                 | 0 0 0 0 0 0",
        "git update-index --assume-unchanged a; rm a             | 0 0 0 0 0 0",
        "git update-index --skip-worktree a; echo 2 > a          | 0 0 0 0 0 0",
        "mkdir n; echo > n/1; echo > n/2                         | 0 0 0 0 0 1",
        "echo > dir/1; echo > dir/2                              | 0 0 0 0 0 2",
        "mkdir -p n/empty                                        | 0 0 0 0 0 0",
        "mkdir n; echo > n/x.o; echo '*' > n/.gitignore        | 0 0 0 0 0 0",
        "git clone -q . inner                                    | 0 0 0 0 0 1",
        "mkfifo pipe                                             | 0 0 0 0 0 0",
      })
  void countsRecords(String script, String counts) throws IOException {
    repo.sh(script);
    ChangeCounts found = sandbox.collect().counts();
    String text =
        "%d %d %d %d %d %d"
            .formatted(
                found.staged(),
                found.unstaged(),
                found.unmerged(),
                found.modified(),
                found.deleted(),
                found.untracked());
    assertThat(text).isEqualTo(counts);
  }

  /// The counts are unmerged, modified, deleted.
  @ParameterizedTest
  @CsvSource({
    "1,0 0 1",
    "2,0 1 0",
    "3,0 1 0",
    "1 2,0 0 1",
    "1 3,0 0 1",
    "2 3,0 1 0",
    "1 2 3,0 0 0"
  })
  void theStagesOfAnUnmergedPathDecideWhatItCountsAs(String stages, String counts)
      throws IOException {
    repo.sh(
        """
        blob=$(git rev-parse HEAD:a)
        { echo "0 $(echo $blob | tr 0-9a-f 0)	a"; for n in %s; do echo "100644 $blob $n	a"; done; } |
          git update-index --index-info
        """
            .formatted(stages));
    ChangeCounts found = sandbox.collect().counts();
    assertThat(found.unmerged()).isEqualTo(1);
    assertThat("0 " + found.modified() + " " + found.deleted()).isEqualTo(counts);
    assertThat(found.staged() + found.unstaged()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "git mv a moved | a staged file may have been renamed",
        "echo x > x; git add -N x; rm a | a deleted file may have been renamed",
        "git config diff.renames copies; echo 1 > x; git add x | a staged file may have been renamed",
        "rm a; git init -q a | a repository replaces a tracked file",
        "rm a; mkfifo a | a special file or an unsupported link replaces a tracked file",
        "rm -r dir; ln -s . dir | a symbolic link replaces a directory",
        "git config core.worktree .. | core.worktree is set",
      })
  void refusesWhatOnlyGitDecides(String script, String reason) {
    repo.sh(script);
    assertThatThrownBy(sandbox::collect)
        .isInstanceOfSatisfying(
            UnprovenException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aTouchedFileIsHashedAndAnUntouchedOneIsNot() throws IOException {
    assertThat(sandbox.collect().cost().filesHashed()).isZero();
    repo.sh("touch a");
    assertThat(sandbox.collect().cost().filesHashed()).isEqualTo(1);
  }

  @Test
  void theNewestFileMayBeUntrackedButNotIgnored() throws IOException {
    repo.sh("echo > new; touch -d @1900000000 new; echo > x.o; touch -d @2000000000 x.o");
    repo.write(".git/info/exclude", "*.o\n");
    assertThat(sandbox.collect().latestMtime()).isEqualTo(Instant.ofEpochSecond(1_900_000_000));
  }

  @Test
  void nestedRepositoriesAndIgnoredDirectoriesAreReported() throws IOException {
    repo.sh("git init -q dir/inner; git init -q new/inner; mkdir out");
    repo.write(".git/info/exclude", "out\n").write("out/file", "");
    sandbox.collect();
    assertThat(sandbox.reported())
        .containsExactlyInAnyOrder("nested dir/inner", "nested new/inner", "ignored out");
  }

  @Test
  void onlyListedGitlinksAreSubmodules() throws IOException {
    repo.sh(
        """
        head=$(git rev-parse HEAD); mkdir one two
        git update-index --add --cacheinfo 160000,$head,one --cacheinfo 160000,$head,two
        git config -f .gitmodules submodule.one.path one
        git add .gitmodules; git commit -qm modules
        """);
    assertThat(sandbox.collect().submodules()).isEqualTo(1);
    assertThat(sandbox.reported()).containsExactlyInAnyOrder("passed one", "passed two");
  }

  @Test
  void linesOfPlainChangesAreCountedApart() throws IOException {
    repo.sh("echo 2 > a; git add a; rm b");
    WorktreeChanges changes = sandbox.collect();
    assertThat(requireNonNull(changes.stagedLines())).isEqualTo(new LineTotals(1, 1));
    assertThat(requireNonNull(changes.unstagedLines())).isEqualTo(new LineTotals(0, 1));
  }

  @Test
  void linesAreLeftToGitWhereASettingOrAttributeMattersButTheCountsAreNot() throws IOException {
    repo.sh("echo 2 > a; git config diff.algorithm patience");
    WorktreeChanges changes = sandbox.collect();
    assertThat(changes.unstagedLines()).isNull();
    assertThat(changes.counts().modified()).isEqualTo(1);
    repo.sh("git config --unset diff.algorithm; mkdir -p .git/info");
    repo.write(".git/info/attributes", "a -diff\n");
    assertThat(sandbox.collect().unstagedLines()).isNull();
  }
}
