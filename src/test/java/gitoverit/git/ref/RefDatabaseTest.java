package gitoverit.git.ref;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.Head;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefDatabaseTest {
  @TempDir Path directory;
  private RefSandbox sandbox;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new RefSandbox(directory);
  }

  @Test
  void readsABranchLooseAndPacked() throws IOException {
    assertSameHeadAsGit();
    sandbox.git("pack-refs", "--all");
    assertThat(sandbox.commonDir().resolve("refs/heads/main")).doesNotExist();
    assertSameHeadAsGit();
    sandbox.git("update-ref", "refs/heads/main", "HEAD~");
    assertThat(assertSameHeadAsGit()).isInstanceOf(Head.Branch.class);
  }

  @Test
  void readsAnUnbornBranch() throws IOException {
    for (String branch : List.of("new", "dir/new", "main/below", "caf\u00e9", "\udce9")) {
      sandbox.write("HEAD", "ref: refs/heads/" + branch + "\n");
      assertThat(assertSameHeadAsGit()).isEqualTo(new Head.Unborn(RefSandbox.branch(branch)));
    }
  }

  @Test
  void asksGitWhenAnotherRefIsCalledHeadWhileTheBranchIsUnborn() throws IOException {
    for (String other : List.of("refs/tags/HEAD", "refs/heads/HEAD", "refs/remotes/HEAD/HEAD")) {
      sandbox.git("update-ref", other, "refs/heads/main");
      assertThat(assertSameHeadAsGit()).isInstanceOf(Head.Branch.class);
      sandbox.write("HEAD", "ref: refs/heads/unborn\n");
      assertThat(sandbox.status().get("branch.oid")).isNotEqualTo("(initial)");
      assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(UnprovenException.class);
      sandbox.write("HEAD", "ref: refs/heads/main\n");
      sandbox.git("update-ref", "-d", other);
    }
  }

  @Test
  void readsADetachedHead() throws IOException {
    sandbox.git("checkout", "-q", "--detach");
    assertThat(assertSameHeadAsGit()).isInstanceOf(Head.Detached.class);
    String oid = oid("HEAD").toString();
    for (String content : List.of("%s", "%s \n\n", "%s\t\tjunk\n", "%s\0junk", "%s\r\n")) {
      sandbox.write("HEAD", content.formatted(oid).toUpperCase(Locale.ROOT));
      assertSameHeadAsGit();
    }
  }

  @Test
  void readsAHeadThatLeadsElsewhere() throws IOException {
    sandbox.git("update-ref", "refs/foo/bar", "HEAD");
    for (String content :
        List.of(
            "ref: refs/foo/bar\n",
            "ref: refs/foo/unborn\n",
            "ref:refs/heads/main",
            "ref:\t\n refs/heads/main \r\n\n",
            "ref: refs/heads/main\0junk",
            "ref: refs/heads\n")) {
      sandbox.write("HEAD", content);
      assertSameHeadAsGit();
    }
  }

  @Test
  void followsSymbolicRefsAsFarAsGitDoes() throws IOException {
    sandbox.git("symbolic-ref", "refs/heads/s1", "refs/heads/main");
    for (int i = 2; i < 6; i++) {
      sandbox.git("symbolic-ref", "refs/heads/s" + i, "refs/heads/s" + (i - 1));
    }
    for (int i = 1; i < 4; i++) {
      sandbox.write("HEAD", "ref: refs/heads/s" + i + "\n");
      assertThat(assertSameHeadAsGit()).isEqualTo(new Head.Branch(main(), oid("main")));
    }
    sandbox.write("HEAD", "ref: refs/heads/s4\n");
    assertBrokenAsForGit();
    assertThat(sandbox.open().resolve(RefSandbox.branch("s4"))).isEqualTo(oid("s4"));
    assertThat(sandbox.git("rev-parse", "-q", "--verify", "refs/heads/s5")).isNull();
    assertThatThrownBy(() -> sandbox.open().resolve(RefSandbox.branch("s5")))
        .isInstanceOf(GitFormatException.class);
  }

  private static RefName main() {
    return RefSandbox.branch("main");
  }

  private ObjectId oid(String revision) {
    String oid = sandbox.git("rev-parse", "--verify", "-q", revision);
    return requireNonNull(oid == null ? null : ObjectId.parse(oid));
  }

  @Test
  void takesABrokenBranchForAnErrorWhereGitStatusSaysUnknown() throws IOException {
    String oid = oid("HEAD").toString();
    sandbox.git("pack-refs", "--all");
    for (String content :
        List.of(
            "",
            "\n",
            "garbage\n",
            oid.substring(1),
            oid + "x",
            oid + "\u000b",
            " " + oid,
            "\0",
            "ref:\n",
            "ref: refs/heads/a..b\n",
            "ref: refs/heads/main\n",
            "ref: ../../etc/passwd\n")) {
      sandbox.write("refs/heads/main", content);
      assertBrokenAsForGit();
    }
  }

  private void assertBrokenAsForGit() throws IOException {
    assertThat(sandbox.status())
        .isEqualTo(Map.of("branch.head", "(unknown)", "branch.oid", "(initial)"));
    assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(GitFormatException.class);
  }

  @Test
  void refusesARepositoryWithoutAProperHead() throws IOException {
    for (String content : List.of("", "x", "ref: \n")) {
      sandbox.write("HEAD", content);
      assertThat(sandbox.git("status")).isNull();
      assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(GitFormatException.class);
    }
    Files.delete(sandbox.commonDir().resolve("HEAD"));
    assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(GitFormatException.class);
  }

  @Test
  void asksGitForSymbolicLinks() throws IOException {
    Path head = sandbox.commonDir().resolve("HEAD");
    for (String target : List.of("refs/heads/main", "refs/heads/unborn")) {
      Files.delete(head);
      Files.createSymbolicLink(head, Path.of(target));
      assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(UnprovenException.class);
    }
    Path link = sandbox.commonDir().resolve("refs/heads/link");
    Files.createSymbolicLink(link, Path.of("refs/heads/main"));
    assertThat(sandbox.git("rev-parse", "refs/heads/link")).isNotNull();
    assertThatThrownBy(() -> sandbox.open().resolve(RefSandbox.branch("link")))
        .isInstanceOf(UnprovenException.class);
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("main"));
    assertThat(sandbox.open().resolve(RefSandbox.branch("link"))).isEqualTo(oid("link"));
  }

  @Test
  void asksGitWhereRefsAreKeptInAnotherWay() throws IOException {
    sandbox.write("HEAD", "ref: refs/heads/.invalid\n");
    assertThatThrownBy(() -> sandbox.open().head()).isInstanceOf(UnprovenException.class);
  }

  @Test
  void looksBehindADirectoryForAPackedRef() throws IOException {
    sandbox.git("update-ref", "refs/heads/a", "HEAD~");
    sandbox.git("pack-refs", "--all");
    Files.createDirectories(sandbox.commonDir().resolve("refs/heads/a/b"));
    assertThat(sandbox.open().resolve(RefSandbox.branch("a"))).isEqualTo(oid("refs/heads/a"));
    assertThat(sandbox.open().resolve(RefSandbox.branch("a/b"))).isNull();
    assertThat(sandbox.open().resolve(RefSandbox.branch("main/c"))).isNull();
  }

  @Test
  void keepsTheRefsOfWorktreesApart() throws IOException {
    Path linked = directory.toRealPath().resolve("linked");
    sandbox.git("worktree", "add", "-q", "-b", "side", linked.toString(), "HEAD~");
    Path gitDir = sandbox.commonDir().resolve("worktrees/linked");
    for (String ref : List.of("refs/bisect/a", "refs/worktree/a", "refs/rewritten/a", "MY_HEAD-")) {
      sandbox.git("update-ref", ref, "HEAD");
      sandbox.gitIn(linked, "", "update-ref", ref, "HEAD");
      assertSameInWorktree(linked, gitDir, ref);
    }
    sandbox.gitIn(linked, "", "update-ref", "refs/bisectors/a", "HEAD");
    sandbox.gitIn(linked, "", "update-ref", "refs/worktree/only", "HEAD");
    for (String ref :
        List.of("HEAD", "refs/bisectors/a", "refs/worktree/only", "refs/heads/side")) {
      assertSameInWorktree(linked, gitDir, ref);
    }
    assertThat(sandbox.open(gitDir, ObjectFormat.SHA1).head())
        .isEqualTo(new Head.Branch(RefSandbox.branch("side"), oid("side")));
    for (String other : List.of("main-worktree/HEAD", "worktrees/linked/HEAD")) {
      assertThatThrownBy(() -> sandbox.open().resolve(new RefName(other)))
          .isInstanceOf(UnprovenException.class);
    }
  }

  private void assertSameInWorktree(Path linked, Path gitDir, String ref) throws IOException {
    RefName name = new RefName(ref);
    assertThat(text(sandbox.open(gitDir, ObjectFormat.SHA1).resolve(name)))
        .as(ref)
        .isEqualTo(sandbox.gitIn(linked, "", "rev-parse", "-q", "--verify", ref));
    assertThat(text(sandbox.open().resolve(name)))
        .as(ref)
        .isEqualTo(sandbox.git("rev-parse", "-q", "--verify", ref));
  }

  private static @Nullable String text(@Nullable ObjectId oid) {
    return oid == null ? null : oid.toString();
  }

  @Test
  void findsARefThatIsPackedWhileItIsRead() throws IOException {
    sandbox.git("update-ref", "refs/heads/late", "HEAD~");
    sandbox.git("pack-refs", "--all");
    sandbox.git("update-ref", "refs/heads/later", "HEAD~");
    RefDatabase refs = sandbox.open();
    assertThat(refs.resolve(RefSandbox.branch("late"))).isEqualTo(oid("late"));
    sandbox.git("pack-refs", "--all");
    assertThat(refs.resolve(RefSandbox.branch("later"))).isEqualTo(oid("later"));
  }

  @Test
  void knowsWhetherAnythingIsReplaced() throws IOException {
    assertThat(sandbox.open().hasReplaceRefs()).isFalse();
    sandbox.git("pack-refs", "--all");
    assertThat(sandbox.open().hasReplaceRefs()).isFalse();
    sandbox.git("replace", "HEAD", "HEAD~");
    assertThat(sandbox.open().hasReplaceRefs()).isTrue();
    sandbox.git("pack-refs", "--all");
    assertThat(sandbox.commonDir().resolve("refs/replace")).isEmptyDirectory();
    assertThat(sandbox.open().hasReplaceRefs()).isTrue();
    sandbox.write("packed-refs", unsorted(sandbox.read("packed-refs")));
    assertThat(sandbox.open().hasReplaceRefs()).isTrue();
    sandbox.feed("delete refs/replace/" + oid("main") + "\n", "update-ref", "--stdin");
    assertThat(sandbox.open().hasReplaceRefs()).isFalse();
  }

  @Test
  void doesNotOverlookReplacementsBehindALink() throws IOException {
    Path place = sandbox.commonDir().resolve("refs/replace");
    Files.createSymbolicLink(place, directory);
    assertThat(sandbox.open().hasReplaceRefs()).isTrue();
    Files.delete(place);
    sandbox.write("refs/replace", "");
    assertThat(sandbox.open().hasReplaceRefs()).isFalse();
  }

  private static byte[] unsorted(byte[] packedRefs) {
    String text = GitText.decode(packedRefs, packedRefs.length);
    return GitText.encode(text.replace(" sorted", ""));
  }

  private Head assertSameHeadAsGit() throws IOException {
    Head head = sandbox.open().head();
    Map<String, String> status = sandbox.status();
    String branch = status.get("branch.head");
    String oid = status.get("branch.oid");
    switch (head) {
      case Head.Branch(RefName ref, ObjectId id) -> {
        assertThat(shown(ref)).isEqualTo(branch);
        assertThat(id).hasToString(oid);
      }
      case Head.Unborn(RefName ref) -> {
        assertThat(shown(ref)).isEqualTo(branch);
        assertThat(oid).isEqualTo("(initial)");
      }
      case Head.Detached(ObjectId id) -> {
        assertThat(branch).isEqualTo("(detached)");
        assertThat(id).hasToString(oid);
      }
    }
    return head;
  }

  /// The porcelain format has no word for a branch outside of `refs/heads/`.
  private static String shown(RefName ref) {
    return ref.isBranch() ? ref.shortName() : "(null)";
  }
}
