package gitoverit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.cli.InProcess;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What `--pull-safe` and `--push-safe` do to a branch, and what they leave alone.
@Tag("slow")
@Timeout(60)
final class PullAndPushTest {
  @TempDir private Path root;
  private GitSandbox sandbox;
  private Repo upstream;

  @BeforeEach
  void makeUpstream() {
    sandbox = GitSandbox.in(root);
    upstream = sandbox.init("upstream");
    upstream.write("file", "one\n").write(".gitignore", "*.log\n").commit("one");
    upstream.git("config", "receive.denyCurrentBranch", "updateInstead");
    sandbox.sh(root, "mkdir work");
  }

  private Repo clone(String name) {
    return sandbox.clone(upstream, "work/" + name);
  }

  private void advanceUpstream() {
    upstream.write("file", "two\n").commit("two");
  }

  private RemoteRun run(String... arguments) {
    return RemoteRun.of(sandbox, arguments);
  }

  private static String head(Repo repo) {
    return repo.git("rev-parse", "HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P", "-PU", "-P --no-parallel", "-P -w 1"})
  void aBranchThatIsOnlyBehindIsFastForwarded(String options) {
    Repo repo = clone("behind");
    advanceUpstream();
    RemoteRun run = run(options.split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(head(repo)).isEqualTo(head(upstream));
    assertThat(run.flag("behind", "pulled")).isTrue();
    assertThat(run.text("behind", "status")).isEqualTo("P");
    assertThat(run.text("behind", "head")).isEqualTo(head(upstream));
    assertThat(run.text("behind", "skipped")).isNull();
    assertThat(repo.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void whatWasFetchedDuringTheRunIsNotYetToCome() {
    clone("slow").git("config", "remote.origin.uploadpack", "sleep 1.1; git-upload-pack");
    InProcess.Result result =
        InProcess.run(Map.of(), sandbox.environment(), root, "-f", "-c", "-,last_fetch", "work");
    assertThat(result.out()).containsPattern("[01] seconds? ago").doesNotContain("future");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-U", "-UP", "-U --no-parallel"})
  void aBranchThatIsOnlyAheadIsPushed(String options) {
    Repo repo = clone("ahead");
    repo.write("new", "new\n").commit("mine");
    RemoteRun run = run(options.split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(head(upstream)).isEqualTo(head(repo));
    assertThat(run.flag("ahead", "pushed")).isTrue();
    assertThat(run.flag("ahead", "pulled")).isFalse();
    assertThat(run.text("ahead", "status")).isEqualTo("U");
  }

  @Test
  void neitherIsDoneUnlessAskedFor() {
    Repo behind = clone("behind");
    advanceUpstream();
    Repo ahead = clone("ahead");
    ahead.commit("mine");
    String before = head(behind);
    RemoteRun run = run("-U");
    assertThat(head(behind)).isEqualTo(before);
    assertThat(run.text("behind", "skipped")).isNull();
    assertThat(run.text("behind", "status")).isEqualTo("1↓");
    run = run("-P");
    assertThat(run.text("ahead", "skipped")).isNull();
    assertThat(head(behind)).isEqualTo(head(upstream));
  }

  /// What is done to a clone before its upstream moves on, and why it is left alone then.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dirty             | echo more >>file",
        "dirty             | echo new >untracked",
        "dirty             | echo new >new; git add new",
        "diverged          | git commit -q --allow-empty -m mine",
        "detached          | git checkout -q --detach",
        "no-upstream       | git checkout -q -b topic",
        "no-upstream       | git branch --unset-upstream",
        "gone              | git config branch.main.merge refs/heads/gone",
        "operation         | git bisect start -q; git bisect bad",
        "unborn            | git checkout -q --orphan new; git rm -qrf .;"
            + " git config branch.new.remote origin; git config branch.new.merge refs/heads/main",
        "local-upstream    | git checkout -q -b old; git commit -q --allow-empty -m x;"
            + " git checkout -q -t -b topic main; git branch -q -f main old",
      })
  void everythingElseIsLeftAlone(String reason, String preparation) {
    Repo repo = clone("other");
    repo.sh(preparation);
    advanceUpstream();
    String before = repo.sh("git for-each-ref refs/heads; cat .git/HEAD; git status --porcelain");
    RemoteRun run = run("-P", "-U");
    assertThat(run.text("other", "skipped")).isEqualTo(reason);
    assertThat(repo.sh("git for-each-ref refs/heads; cat .git/HEAD; git status --porcelain"))
        .isEqualTo(before);
    assertThat(run.flag("other", "pulled")).isFalse();
    assertThat(run.flag("other", "pushed")).isFalse();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatCouldNotBeFetchedIsLeftAlone() {
    Repo repo = clone("unreachable");
    repo.git("remote", "set-url", "origin", "../gone");
    repo.commit("mine");
    RemoteRun run = run("-P", "-U");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.text("unreachable", "skipped")).isEqualTo("fetch-failed");
    assertThat(run.text("unreachable", "display_path")).startsWith("! ");
  }

  @Test
  void aBranchWhosePushesGoElsewhereIsNotPushed() {
    Repo repo = clone("fork");
    sandbox.clone(upstream, "mine.git", "--bare");
    repo.git("remote", "add", "mine", root.resolve("mine.git").toString());
    repo.git("config", "remote.pushDefault", "mine");
    repo.commit("mine");
    assertThat(run("-U").text("fork", "skipped")).isEqualTo("pushes-elsewhere");
  }

  @Test
  void onlyTheUpstreamBranchIsPushedUnderItsOwnName() {
    Repo repo = clone("renamed");
    repo.sh("git branch -q -m main local; git tag v1; git config push.followTags true");
    repo.sh("git branch other");
    repo.commit("mine");
    repo.git("tag", "-a", "-m", "x", "v2");
    assertThat(run("-U").flag("renamed", "pushed")).isTrue();
    assertThat(upstream.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main");
    assertThat(head(upstream)).isEqualTo(head(repo));
  }

  @Test
  void ignoredFilesAreNotOverwritten() {
    Repo repo = clone("ignored");
    repo.write("my.log", "mine\n");
    upstream.sh("echo theirs >my.log; git add -f my.log; git commit -q -m log");
    String before = head(repo);
    RemoteRun run = run("-P");
    assertThat(run.flag("ignored", "pull_failed")).isTrue();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(repo.sh("cat my.log")).isEqualTo("mine");
    assertThat(head(repo)).isEqualTo(before);
  }

  @Test
  void settingsOfMergeDoNotChangeWhatAPullIs() {
    Repo repo = clone("configured");
    repo.git("config", "branch.main.mergeOptions", "--no-ff --squash --no-commit");
    advanceUpstream();
    assertThat(run("-P").flag("configured", "pulled")).isTrue();
    assertThat(head(repo)).isEqualTo(head(upstream));
  }

  @Test
  void aRejectedPushIsARowThatSaysSo() {
    Repo repo = clone("rejected");
    upstream.write(".git/hooks/pre-receive", "#!/bin/sh\necho not today\nexit 1\n");
    upstream.sh("chmod +x .git/hooks/pre-receive");
    repo.commit("mine");
    RemoteRun run = run("-U", "--errors");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.flag("rejected", "push_failed")).isTrue();
    assertThat(run.flag("rejected", "pushed")).isFalse();
    assertThat(run.text("rejected", "status")).isEqualTo("1↑");
    assertThat(run.err()).contains("push rejected", "pre-receive hook declined", "work/rejected");
  }

  /// The hook runs after the fetch and before the server decides.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "git -C ../../upstream commit -q --allow-empty -m theirs",
        "git -C ../../upstream checkout -q -b x && git -C ../../upstream branch -D main",
      })
  void aRefThatMovesBetweenFetchAndPushIsNotTouched(String meanwhile) {
    Repo repo = clone("raced");
    repo.commit("mine");
    repo.write(".git/hooks/reference-transaction", hook(meanwhile));
    repo.sh("chmod +x .git/hooks/reference-transaction; touch ../../armed");
    upstream.commit("new");
    repo.sh("git fetch -q; git rebase -q; touch ../../armed");
    upstream.git("branch", "other");
    RemoteRun run = run("-U");
    assertThat(run.flag("raced", "pushed")).isFalse();
    assertThat(run.flag("raced", "push_failed")).isTrue();
    assertThat(upstream.git("log", "--all", "--format=%s")).doesNotContain("mine");
  }

  /// Acts once, when a fetch that stored the branch `other` is done.
  private static String hook(String meanwhile) {
    return """
    #!/bin/sh
    [ "$1" = committed ] && grep -q origin/other && [ -e ../../armed ] || exit 0
    rm ../../armed
    unset $(git rev-parse --local-env-vars)
    %s
    """
        .formatted(meanwhile);
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
    Repo ahead = clone("ahead");
    ahead.commit("mine");
    Repo behind = clone("behind");
    clone("even");
    sandbox.init("work/alone").commit("one");
    advanceUpstream();
    behind.git("fetch", "-q");
    String before = sandbox.sh(root, "for r in work/*; do git -C $r for-each-ref; done");
    String upstreamHead = head(upstream);
    RemoteRun run = run("-P", "-U", "--dry-run");
    assertThat(plan(run, "ahead")).containsExactly("fetch", "push");
    assertThat(plan(run, "behind")).containsExactly("fetch", "pull");
    assertThat(plan(run, "even")).containsExactly("fetch");
    assertThat(plan(run, "alone")).isEmpty();
    assertThat(run.flag("ahead", "pushed")).isFalse();
    assertThat(head(upstream)).isEqualTo(upstreamHead);
    assertThat(sandbox.sh(root, "for r in work/*; do git -C $r for-each-ref; done"))
        .isEqualTo(before);
    assertThat(run("-f").row("even").get("plan").isNull()).isTrue();
  }

  private static @Nullable List<String> plan(RemoteRun run, String name) {
    return run.row(name).get("plan").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void filtersApplyToWhatIsLeftAfterwards() {
    clone("behind");
    advanceUpstream();
    assertThat(run("-P", "-d").rows()).isEmpty();
  }

  @Test
  void worktreesOfOneRepositoryAreFetchedOnceAndPulledEach() {
    Repo repo = clone("main");
    repo.sh("git worktree add -q -b second ../second origin/main 2>&1");
    sandbox.sh(
        root,
        """
        cat >count <<'E'
        #!/bin/sh
        echo fetched >>'%s/log'
        exec git-upload-pack "$@"
        E
        chmod +x count
        """
            .formatted(root));
    repo.git("config", "remote.origin.uploadpack", root.resolve("count").toString());
    advanceUpstream();
    RemoteRun run = run("-P");
    assertThat(run.flag("main", "pulled")).isTrue();
    assertThat(run.flag("second", "pulled")).isTrue();
    assertThat(sandbox.sh(root, "wc -l <log").strip()).isEqualTo("1");
  }

  @Test
  void everyRemoteIsFetchedAsGitFetchAllDoes() {
    Repo repo = clone("many");
    Repo second = sandbox.clone(upstream, "second");
    second.commit("second");
    repo.git("remote", "add", "second", second.path().toString());
    repo.git("remote", "add", "gone", "../gone");
    repo.git("remote", "add", "skipped", "../gone");
    repo.git("config", "remote.skipped.skipFetchAll", "true");
    advanceUpstream();
    RemoteRun run = run("-f", "--errors");
    assertThat(run.flag("many", "fetch_failed")).isTrue();
    assertThat(run.err()).contains("remote repository not found");
    assertThat(repo.git("rev-parse", "origin/main")).isEqualTo(head(upstream));
    assertThat(repo.git("rev-parse", "second/main")).isEqualTo(head(second));
    assertThat(repo.sh("cat .git/FETCH_HEAD")).contains(head(upstream), head(second));
  }

  @Test
  void whatBorrowsObjectsIsFetchedAfterItsLender() {
    clone("lender");
    sandbox.clone(sandbox.repo("work/lender"), "work/borrower", "--shared");
    sandbox.repo("work/borrower").git("remote", "set-url", "origin", upstream.path().toString());
    advanceUpstream();
    RemoteRun run = run("-P");
    assertThat(run.flag("lender", "pulled")).isTrue();
    assertThat(run.flag("borrower", "pulled")).isTrue();
  }

  @Test
  void aWrongSettingIsOneLineBeforeAnyWork() {
    clone("repo");
    sandbox.sh(root, "git config --global gitoverit.fetchPerHost lots");
    RemoteRun run = run("-f");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.rows()).isEmpty();
    assertThat(run.err())
        .startsWith("gitoverit: " + sandbox.home().resolve(".gitconfig"))
        .contains("gitoverit.fetchPerHost: 'lots' is not a whole number")
        .hasLineCount(1);
  }

  @Test
  void settingsThatAreLeftAloneLimitNothing() {
    clone("repo");
    sandbox.sh(root, "git config --global gitoverit.fetchPerHost lots");
    RemoteRun run = run("--no-config", "-f");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.rows()).hasSize(1);
  }
}
