package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program against real servers on this machine, good ones and bad ones.
@Tag("slow")
@Timeout(120)
final class RemoteServersTest {
  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;
  private String newest;

  @BeforeEach
  void makeUpstream() {
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("srv/upstream");
    upstream.write("file", "one\n").commit("one");
    upstream.git("config", "receive.denyCurrentBranch", "updateInstead");
    sandbox.sh(root, "mkdir work");
    sandbox.clone(upstream, "template");
    newest = upstream.write("file", "two\n").commit("two");
  }

  private Path srv() {
    return root.resolve("srv");
  }

  /// Makes a clone whose remote is at a URL.
  private Repo behind(String name, String url) {
    sandbox.sh(
        root,
        "cp -a template work/%s; git -C work/%s remote set-url origin '%s'"
            .formatted(name, name, url));
    return sandbox.repo("work/" + name);
  }

  private RemoteRun run(String... arguments) {
    return RemoteRun.of(sandbox, arguments);
  }

  private void set(String key, String value) {
    sandbox.sh(root, "git config --global gitoverit.%s %s".formatted(key, value));
  }

  private static void assertGood(RemoteRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static String head(Repo repo) {
    return repo.git("rev-parse", "HEAD");
  }

  @Test
  void gitDaemonIsPulledFromAndPushedTo() throws Exception {
    try (GitPort port = GitPort.daemon(srv(), 0)) {
      Repo repo = behind("repo", port.url("upstream"));
      assertThat(run("-P").flag("repo", "pulled")).isTrue();
      assertThat(head(repo)).isEqualTo(newest);
      String mine = repo.commit("mine");
      assertThat(run("-U").flag("repo", "pushed")).isTrue();
      assertThat(head(upstream)).isEqualTo(mine);
    }
  }

  @Test
  void httpIsPulledFromAndPushedToWithThePasswordOfTheUrl() throws Exception {
    try (GitHttp http = new GitHttp(srv())) {
      Repo open = behind("open", http.url("", "open", "upstream"));
      Repo secret = behind("secret", http.url("ada:lovelace@", "secret", "upstream"));
      RemoteRun run = run("-P");
      assertThat(run.err()).isEmpty();
      assertThat(run.flag("open", "pulled")).isTrue();
      assertThat(run.flag("secret", "pulled")).isTrue();
      String mine = secret.commit("mine");
      assertThat(run("-U").flag("secret", "pushed")).isTrue();
      assertThat(head(upstream)).isEqualTo(mine);
      assertThat(head(open)).isEqualTo(newest);
    }
  }

  @Test
  void httpThatWantsAPasswordIsNotAskedFor() throws Exception {
    try (GitHttp http = new GitHttp(srv())) {
      behind("none", http.url("", "secret", "upstream"));
      behind("user", http.url("ada@", "secret", "upstream"));
      behind("wrong", http.url("ada:guess@", "secret", "upstream"));
      behind("good", http.url("", "open", "upstream"));
      RemoteRun run = run("-f", "--errors");
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.flag("good", "fetch_failed")).isFalse();
      assertThat(run.err())
          .startsWith("credentials needed: 3 repositories\n")
          .contains("work/none: fetch failed: credentials needed: ")
          .doesNotContain("guess");
    }
  }

  @Test
  void aServerThatIsBusyIsAskedOnceMore() throws Exception {
    try (GitHttp http = new GitHttp(srv())) {
      behind("busy", http.url("", "busy", "upstream"));
      RemoteRun run = run("-P");
      assertThat(run.err()).isEmpty();
      assertThat(run.flag("busy", "pulled")).isTrue();
    }
  }

  private Map<String, String> sshWith(String hostKeys) {
    return Map.of(
        "GIT_SSH_COMMAND",
        "ssh -F /dev/null -i '%s/key' -o IdentitiesOnly=yes -o UserKnownHostsFile='%s/hosts' %s"
            .formatted(root, root, hostKeys));
  }

  private GitSsh ssh() throws Exception {
    sandbox.sh(root, "ssh-keygen -q -t ecdsa -N '' -f key");
    return new GitSsh(root, root.resolve("key.pub"));
  }

  @Test
  void sshIsPulledFromAndPushedToWithAKey() throws Exception {
    try (GitSsh ssh = ssh()) {
      Map<String, String> trusting = sshWith("-o StrictHostKeyChecking=no");
      Repo repo = behind("repo", ssh.url("ada", upstream.path()));
      RemoteRun run = RemoteRun.of(sandbox, trusting, "-P", "--errors");
      assertThat(run.err()).isEmpty();
      assertThat(run.flag("repo", "pulled")).isTrue();
      String mine = repo.commit("mine");
      run = RemoteRun.of(sandbox, trusting, "-U", "--errors");
      assertThat(run.err()).isEmpty();
      assertThat(run.flag("repo", "pushed")).isTrue();
      assertThat(head(upstream)).isEqualTo(mine);
    }
  }

  @Test
  void sshThatWantsAPasswordIsNotAskedFor() throws Exception {
    try (GitSsh ssh = ssh()) {
      behind("repo", ssh.url("bob", upstream.path()));
      RemoteRun run = RemoteRun.of(sandbox, sshWith("-o StrictHostKeyChecking=no"), "-f");
      assertThat(run.err()).isEqualTo("credentials needed: 1 repository\n");
      assertThat(ssh.passwords()).isZero();
    }
  }

  @Test
  void sshOfAnUnknownHostIsNotTrusted() throws Exception {
    try (GitSsh ssh = ssh()) {
      behind("repo", ssh.url("ada", upstream.path()));
      RemoteRun run = RemoteRun.of(sandbox, sshWith(""), "-f");
      assertThat(run.err()).isEqualTo("untrusted host key of 127.0.0.1: 1 repository\n");
    }
  }

  @Test
  void aPortThatNeverAnswersCostsItsOwnRowOnly() throws Exception {
    set("fetchTimeout", "1");
    try (GitPort hole = GitPort.blackHole();
        GitPort good = GitPort.daemon(srv(), 0)) {
      behind("hole", hole.url("upstream"));
      behind("hole-over-http", hole.url("upstream").replace("git:", "http:"));
      behind("good", good.url("upstream"));
      long start = System.nanoTime();
      RemoteRun run = run("-P", "--errors");
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
      assertThat(run.err())
          .startsWith("no answer in time from 127.0.0.1: 2 repositories\n")
          .contains("not finished after 1 s");
      assertThat(run.flag("hole", "fetch_failed")).isTrue();
      assertThat(run.text("hole", "skipped")).isEqualTo("fetch-failed");
      assertThat(run.flag("good", "pulled")).isTrue();
    }
  }

  @Test
  void aPortThatResetsIsTriedTwice() throws Exception {
    try (GitPort port = GitPort.resetting()) {
      behind("repo", port.url("upstream"));
      RemoteRun run = run("-f");
      assertThat(run.err()).isEqualTo("connection lost to 127.0.0.1: 1 repository\n");
      assertThat(port.all()).isEqualTo(2);
    }
  }

  @Test
  void aHostThatDoesNotResolveIsNotTriedAgain() throws Exception {
    behind("git", "git://no-such-host.invalid/upstream");
    behind("http", "http://no-such-host.invalid/upstream");
    behind("ssh", "ssh://no-such-host.invalid/upstream");
    RemoteRun run = run("-f");
    assertThat(run.err()).isEqualTo("unreachable host no-such-host.invalid: 3 repositories\n");
    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void aPortThatNobodyListensAtIsUnreachable() throws Exception {
    String url;
    try (GitPort port = GitPort.resetting()) {
      url = port.url("upstream");
    }
    behind("repo", url);
    assertThat(run("-f").err()).isEqualTo("unreachable host 127.0.0.1: 1 repository\n");
  }

  @Test
  void aServerThatTakesFewConnectionsGetsAllInTheEnd() throws Exception {
    AtomicInteger served = new AtomicInteger();
    GitPort.Handler fewAtOnce =
        (port, socket) -> {
          if (port.now() > 2) {
            GitPort.reset(socket);
          } else {
            port.serve(socket, srv(), 50, Long.MAX_VALUE);
            served.incrementAndGet();
          }
        };
    try (GitPort port = new GitPort(fewAtOnce)) {
      for (int i = 0; i < 10; i++) {
        behind("repo" + i, port.url("upstream"));
      }
      RemoteRun run = run("-f");
      assertThat(run.err()).isEmpty();
      assertGood(run);
      assertThat(served).hasValueGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void noMoreThanEightAtOnceReachOneServer() throws Exception {
    try (GitPort port = GitPort.daemon(srv(), 60)) {
      sandbox.sh(root, "git -C template remote set-url origin '" + port.url("upstream") + "'");
      sandbox.sh(root, "for i in $(seq 100); do cp -a template work/repo$i; done");
      RemoteRun run = run("-f");
      assertThat(run.rows()).hasSize(100);
      assertThat(run.rows().values()).allMatch(row -> row.get("behind").asInt() == 1);
      assertThat(port.all()).isEqualTo(100);
      assertThat(port.most()).isBetween(2, 8);
    }
  }

  @Test
  void whatIsSetIsTheLimit() throws Exception {
    set("fetchPerHost", "3");
    try (GitPort port = GitPort.daemon(srv(), 100)) {
      for (int i = 0; i < 9; i++) {
        behind("repo" + i, port.url("upstream"));
      }
      assertGood(run("-f"));
      assertThat(port.most()).isEqualTo(3);
    }
  }

  @Test
  void oneWorkerIsOneConnection() throws Exception {
    try (GitPort port = GitPort.daemon(srv(), 60)) {
      for (int i = 0; i < 4; i++) {
        behind("repo" + i, port.url("upstream"));
      }
      assertGood(run("-f", "--errors", "--no-parallel"));
      assertGood(run("-f", "--errors", "-w", "1"));
      assertThat(port.most()).isEqualTo(1);
    }
  }

  @Test
  void aRepositoryThatIsNotThereIsNotACredential() throws Exception {
    try (GitPort port = GitPort.daemon(srv(), 0);
        GitHttp http = new GitHttp(srv())) {
      behind("git", port.url("nothing"));
      behind("http", http.url("", "open", "nothing"));
      assertThat(run("-f").err()).isEqualTo("remote repository not found: 2 repositories\n");
    }
  }

  @Test
  void analysisBeginsWithTheFirstFetchThatIsDone() throws Exception {
    try (GitPort slow = new GitPort(this::untilTheOtherIsAnalysed);
        GitPort fast = GitPort.daemon(srv(), 0)) {
      behind("slow", slow.url("upstream"));
      Repo repo = behind("fast", fast.url("upstream"));
      // The fast-forward of one, which needs its analysis, is what the fetch of the other waits
      // for.
      repo.write(".git/hooks/post-merge", "#!/bin/sh\n: >'" + root + "/merged'\n");
      repo.sh("chmod +x .git/hooks/post-merge");
      RemoteRun run = run("-P");
      assertThat(run.flag("slow", "pulled")).isTrue();
      assertThat(run.flag("fast", "pulled")).isTrue();
    }
  }

  private void untilTheOtherIsAnalysed(GitPort port, Socket socket) throws Exception {
    while (!root.resolve("merged").toFile().exists()) {
      Thread.sleep(10);
    }
    port.serve(socket, srv(), 0, Long.MAX_VALUE);
  }
}
