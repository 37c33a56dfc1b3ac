package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.command.ChildProcesses;
import gitoverit.git.command.GitCommand;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.repo.LayoutReader;
import gitoverit.remote.RemoteOptions.Mode;
import gitoverit.remote.journal.Journal;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteFailure.Cause;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Fetches through a program on the other side that logs when it begins and ends. It waits while
/// there is a file `hold`, and fails as often as the file `failures` has lines.
@Tag("slow")
@Timeout(60)
final class RemoteWorkTest {
  private static final RemoteOptions FETCH = RemoteOptions.fetch();
  private static final RemoteOptions DRY_RUN = FETCH.with(Mode.DRY_RUN, true);

  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;
  private FileAccess files;

  @BeforeEach
  void makeUpstream() {
    files = FileAccess.create();
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("upstream");
    upstream.write("file", "one\n").commit("one");
    sandbox.sh(
        root,
        """
        touch log failures
        cat >upload-pack <<'END'
        #!/bin/sh
        echo "begin $1" >>ROOT/log
        while [ -e ROOT/hold ]; do sleep 0.02; done
        if [ -s ROOT/failures ]; then
          sed -i 1d ROOT/failures
          echo 'fatal: early EOF' >&2
          exit 1
        fi
        git-upload-pack "$2"
        echo "end $1" >>ROOT/log
        END
        chmod +x upload-pack
        """
            .replace("ROOT", root.toString()));
  }

  private Repo clone(String name, String... options) {
    return named(sandbox.clone(upstream, name, options), name);
  }

  private Repo named(Repo repo, String name) {
    repo.git("config", "remote.origin.uploadpack", root + "/upload-pack " + name);
    return repo;
  }

  private List<String> log() {
    return sandbox.sh(root, "cat log").lines().toList();
  }

  private RemoteWork work(RemoteOptions options, long fetchMillis) {
    Map<String, String> environment = sandbox.environment();
    ChildProcesses children = new ChildProcesses(files);
    RemoteContext context =
        new RemoteContext(
            new GitCommand(environment, children),
            files,
            new ConfigFiles(files, environment, root + "/no-file"),
            environment,
            options,
            new RemoteSettings(8, 32, fetchMillis, 120_000, 120_000),
            new Journal(environment),
            1);
    return new RemoteWork(context, children, 1);
  }

  private RepositoryLayout layout(Path worktree) throws Exception {
    return new LayoutReader(files).readWorktree(worktree);
  }

  /// Begins with all repositories, in their order, and waits for the last.
  private static void runAll(RemoteWork work, RepositoryLayout... layouts) throws Exception {
    CountDownLatch ready = new CountDownLatch(layouts.length);
    for (RepositoryLayout layout : layouts) {
      work.begin(layout, ready::countDown);
    }
    assertThat(ready.await(50, TimeUnit.SECONDS)).isTrue();
  }

  private RemoteActions run(RemoteWork work, Repo repo) throws Exception {
    RepositoryLayout layout = layout(repo.path());
    runAll(work, layout);
    return work.actionsOf(layout);
  }

  @Test
  void aStoreIsFetchedOnceForAllItsWorktrees() throws Exception {
    Repo repo = clone("repo");
    repo.git("worktree", "add", "-q", "../other");
    RepositoryLayout main = layout(repo.path());
    RepositoryLayout other = layout(root.resolve("other"));
    RemoteWork work = work(FETCH, 60_000);
    runAll(work, main, other);
    assertThat(log()).containsExactly("begin repo", "end repo");
    assertThat(work.actionsOf(main)).isEqualTo(RemoteActions.ofFetch(null));
    assertThat(work.actionsOf(other)).isEqualTo(RemoteActions.ofFetch(null));
  }

  @Test
  void aLenderIsFetchedBeforeItsBorrower() throws Exception {
    Repo lender = clone("lender");
    Repo borrower = clone("borrower", "--reference", lender.path().toString());
    RemoteWork work = work(FETCH, 60_000);
    CountDownLatch ready = new CountDownLatch(2);
    sandbox.sh(root, "touch hold");
    work.begin(layout(lender.path()), ready::countDown);
    while (log().isEmpty()) {
      Thread.sleep(10);
    }
    work.begin(layout(borrower.path()), ready::countDown);
    Thread.sleep(300);
    sandbox.sh(root, "rm hold");
    assertThat(ready.await(50, TimeUnit.SECONDS)).isTrue();
    assertThat(log())
        .containsExactly("begin lender", "end lender", "begin borrower", "end borrower");
  }

  @Test
  void aFetchThatLosesItsConnectionIsTriedOnceMore() throws Exception {
    Repo repo = clone("repo");
    sandbox.sh(root, "echo >failures");
    assertThat(run(work(FETCH, 60_000), repo)).isEqualTo(RemoteActions.ofFetch(null));
    assertThat(log()).containsExactly("begin repo", "begin repo", "end repo");
  }

  @Test
  void aFetchThatLosesItTwiceHasFailed() throws Exception {
    Repo repo = clone("repo");
    sandbox.sh(root, "printf '\\n\\n\\n' >failures");
    RemoteActions actions = run(work(FETCH, 60_000), repo);
    assertThat(actions.fetchFailure())
        .extracting(RemoteFailure::cause)
        .isEqualTo(Cause.CONNECTION_LOST);
    assertThat(log()).containsExactly("begin repo", "begin repo");
  }

  @Test
  void aTimeoutOnThisMachineNamesNoHost() throws Exception {
    Repo repo = clone("repo");
    repo.git("config", "remote.origin.uploadpack", "sleep 30;");
    RemoteFailure failure = run(work(FETCH, 300), repo).fetchFailure();
    assertThat(failure).extracting(RemoteFailure::summary).isEqualTo("no answer in time");
  }

  @Test
  void aDryRunStartsNothing() throws Exception {
    Repo repo = clone("repo");
    assertThat(run(work(DRY_RUN, 60_000), repo).plan()).containsExactly("fetch");
    assertThat(log()).isEmpty();
  }

  @Test
  void withoutARemoteNothingIsDone() throws Exception {
    assertThat(run(work(FETCH, 60_000), upstream)).isEqualTo(RemoteActions.NONE);
  }

  @Test
  void everyRemoteHasItsTurnAndOneFailureCounts() throws Exception {
    Repo repo = clone("repo");
    repo.git("remote", "add", "another", root + "/nowhere");
    repo.git("remote", "add", "third", upstream.path().toString());
    RemoteActions actions = run(work(FETCH, 60_000), repo);
    assertThat(actions.fetchFailure()).extracting(RemoteFailure::cause).isEqualTo(Cause.NOT_FOUND);
    assertThat(log()).contains("end repo");
    assertThat(repo.git("rev-parse", "third/main")).isEqualTo(upstream.git("rev-parse", "main"));
  }
}
