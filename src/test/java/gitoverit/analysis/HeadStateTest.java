package gitoverit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.analysis.AnalysisOptions.Source;
import gitoverit.report.HeadState;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoReport.Engine;
import gitoverit.report.Tracking;
import gitoverit.schedule.Forks;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests that the three ways to read HEAD report the same facts: from refs, from `git status`, and
/// from `git for-each-ref` when the worktree is not inspected.
final class HeadStateTest {
  @TempDir private Path root;
  private Repo repo;

  @BeforeEach
  void makeRepository() {
    repo = GitSandbox.in(root).init("repo");
    repo.sh(
        """
        git commit -q --allow-empty -m one; git update-ref refs/remotes/origin/main HEAD
        git config remote.origin.url /x; git config remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
        git config branch.main.remote origin; git config branch.main.merge refs/heads/main
        """);
  }

  private HeadState head() throws IOException {
    RepoReport read = SandboxAnalysis.report(repo);
    assertThat(read.engine()).isEqualTo(Engine.NATIVE);
    assertThat(asked(true)).isEqualTo(read.head());
    assertThat(asked(false)).isEqualTo(read.head());
    return read.head();
  }

  private HeadState asked(boolean worktree) throws IOException {
    AnalysisOptions options =
        new AnalysisOptions(worktree, SandboxAnalysis.TIMEOUT_MILLIS, Source.GIT_ALONE);
    return SandboxAnalysis.report(repo, options, Forks.NONE).head();
  }

  @Test
  void aBranchIsComparedWithItsUpstream() throws IOException {
    repo.sh("git commit -q --allow-empty -m two; git commit -q --allow-empty -m three");
    assertThat(head().tracking()).isEqualTo(new Tracking("origin/main", false, 2, 0));
    repo.sh("git update-ref refs/remotes/origin/main HEAD; git reset -q --hard HEAD~");
    assertThat(head().tracking()).isEqualTo(new Tracking("origin/main", false, 0, 1));
    assertThat(head().oid()).isEqualTo(repo.git("rev-parse", "HEAD"));
    assertThat(head().lastCommit()).isEqualTo(Long.valueOf(repo.git("log", "-1", "--format=%ct")));
  }

  @Test
  void anUpstreamWithoutARefIsGone() throws IOException {
    repo.sh("git update-ref -d refs/remotes/origin/main");
    assertThat(head().tracking()).isEqualTo(new Tracking("origin/main", true, 0, 0));
  }

  @Test
  void anUnbornBranchHasANameAndMayHaveAnUpstream() throws IOException {
    repo.sh("git symbolic-ref HEAD refs/heads/new");
    assertThat(head()).isEqualTo(new HeadState("new", null, null));
    repo.sh("git config branch.new.remote origin; git config branch.new.merge refs/heads/main");
    assertThat(head().tracking()).isEqualTo(new Tracking("origin/main", false, 0, 0));
    repo.sh("git config branch.new.merge refs/heads/lost");
    assertThat(head().tracking()).isEqualTo(new Tracking("origin/lost", true, 0, 0));
  }

  @Test
  void aDetachedHeadHasNoBranchAndNoUpstream() throws IOException {
    repo.sh("git checkout -q --detach");
    assertThat(head().detached()).isTrue();
    assertThat(head().tracking()).isNull();
    assertThat(head().oid()).isEqualTo(repo.git("rev-parse", "HEAD"));
  }

  @Test
  void aBranchMayHaveTheNameOfAState() throws IOException {
    repo.sh("git checkout -q -b '(detached)'");
    assertThat(head().branch()).isEqualTo("(detached)");
  }
}
