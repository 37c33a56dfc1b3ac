package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A remote may be called `--all`, which `git fetch` would take for an option.
@Timeout(60)
final class OptionLikeNameTest {
  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;
  private Repo repo;

  @BeforeEach
  void makeClone() {
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("upstream");
    upstream.write("file", "one\n").commit("one");
    sandbox.sh(root, "mkdir work");
    repo = sandbox.clone(upstream, "work/repo");
  }

  private void addRemote(String name) {
    repo.git("config", "remote." + name + ".url", upstream.path().toString());
    repo.git("config", "remote." + name + ".fetch", "+refs/heads/*:refs/remotes/other/*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "-f", "--all"})
  void itsFetchFailsAndTheOthersAreFetched(String name) {
    addRemote(name);
    String newest = upstream.write("file", "two\n").commit("two");
    RemoteRun run = RemoteRun.of(sandbox, "-f", "--errors");
    assertThat(run.flag("repo", "fetch_failed")).isTrue();
    assertThat(run.err()).contains("remote name looks like an option: '" + name + "'");
    assertThat(repo.git("rev-parse", "origin/main")).isEqualTo(newest);
  }

  @Test
  void itsPushFails() {
    addRemote("--dry-run");
    repo.git("config", "remote.--dry-run.skipFetchAll", "true");
    repo.git("fetch", upstream.path().toString(), "+refs/heads/*:refs/remotes/other/*");
    repo.git("config", "branch.main.remote", "--dry-run");
    repo.commit("mine");
    RemoteRun run = RemoteRun.of(sandbox, "-U", "--errors");
    assertThat(run.err()).contains("remote name looks like an option: '--dry-run'");
    assertThat(run.flag("repo", "push_failed")).isTrue();
  }
}
