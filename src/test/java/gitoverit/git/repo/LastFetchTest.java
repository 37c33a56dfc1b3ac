package gitoverit.git.repo;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastFetchTest {
  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo repo;

  @BeforeEach
  void makeClone() {
    sandbox = GitSandbox.in(root);
    Repo upstream = sandbox.init("upstream");
    upstream.commit("one");
    repo = sandbox.clone(upstream, "repo");
  }

  private static @Nullable Long lastFetch(Repo of) throws IOException {
    FileAccess files = FileAccess.create();
    RepositoryLayout layout = new LayoutReader(files).readWorktree(of.path());
    return new LastFetch(files).read(layout);
  }

  @Test
  void aFreshCloneWasNotFetched() throws Exception {
    assertThat(lastFetch(repo)).isNull();
  }

  @Test
  void theFileOfGitHasTheTime() throws Exception {
    repo.sh("git fetch -q; touch -d @1600000000 .git/FETCH_HEAD");
    assertThat(lastFetch(repo)).isEqualTo(1_600_000_000L);
  }

  @Test
  void aFetchInAnyWorktreeIsOneOfAll() throws Exception {
    repo.sh("git worktree add -q ../linked; git -C ../linked worktree add -q ../other");
    repo.sh("git fetch -q; touch -d @1600000000 .git/FETCH_HEAD; git -C ../linked fetch -q");
    repo.sh("touch -d @1600000500 .git/worktrees/linked/FETCH_HEAD");
    for (String name : new String[] {"repo", "linked", "other"}) {
      assertThat(lastFetch(sandbox.repo(name))).as(name).isEqualTo(1_600_000_500L);
    }
  }
}
