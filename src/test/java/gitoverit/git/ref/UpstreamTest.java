package gitoverit.git.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.UnprovenException;
import gitoverit.git.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamTest {
  private static final String TRICKY =
      """
      refs/x refs/heads/x refs/tags/x refs/remotes/x/y refs/heads/x-y refs/tags/refs/heads/x
      refs/o/a refs/heads/o/a refs/tags/o/a refs/remotes/o/a refs/remotes/o/b
      refs/heads/h refs/heads/heads/h refs/tags/heads/h refs/heads/tags/t
      refs/heads/MY_HEAD refs/heads/HEAD refs/stash refs/bisect/bad
      refs/heads/caf\u00e9/\udce9 refs/tags/caf\u00e9/\udce9
      """;

  @TempDir Path directory;
  private RefSandbox sandbox;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new RefSandbox(directory);
    follow("origin", "up");
  }

  private void follow(String remote, String branch) throws IOException {
    sandbox.write(
        "config",
        """
        [core]
          repositoryFormatVersion = 0
        [remote "origin"]
          fetch = +refs/heads/*:refs/remotes/origin/*
        [branch "main"]
          remote = %s
          merge = refs/heads/%s
        """
            .formatted(remote, branch));
  }

  @Test
  void findsARemoteTrackingRef() throws IOException {
    assertThat(assertSameAsGit("refs/remotes/origin/up").isGone()).isTrue();
    create("refs/remotes/origin/up");
    assertThat(assertSameAsGit("refs/remotes/origin/up").shortName()).isEqualTo("origin/up");
    sandbox.git("pack-refs", "--all");
    assertThat(assertSameAsGit("refs/remotes/origin/up").isGone()).isFalse();
  }

  private void create(String... refs) {
    StringBuilder commands = new StringBuilder();
    for (String ref : refs) {
      commands.append("update " + ref + " refs/heads/main\n");
    }
    assertThat(sandbox.feed(commands.toString(), "update-ref", "--stdin")).isNotNull();
  }

  @Test
  void takesABrokenOrDanglingRefForGone() throws IOException {
    for (String content : List.of("", "junk\n", "ref: refs/heads/none\n", "ref: a..b\n")) {
      sandbox.write("refs/remotes/origin/up", content);
      assertThat(assertSameAsGit("refs/remotes/origin/up").isGone()).as(content).isTrue();
    }
    sandbox.write("refs/remotes/origin/up", "ref: refs/remotes/origin/up\n");
    assertThat(assertSameAsGit("refs/remotes/origin/up").isGone()).isTrue();
  }

  @Test
  void keepsTheNameOfASymbolicRemoteTrackingRef() throws IOException {
    create("refs/remotes/origin/other");
    sandbox.git("symbolic-ref", "refs/remotes/origin/up", "refs/remotes/origin/other");
    Upstream upstream = assertSameAsGit("refs/remotes/origin/up");
    assertThat(upstream.ref()).isEqualTo(new RefName("refs/remotes/origin/up"));
  }

  @Test
  void followsASymbolicRefOfTheRepositoryItself() throws IOException {
    follow(".", "up");
    create("refs/heads/other");
    sandbox.git("symbolic-ref", "refs/heads/up", "refs/heads/other");
    assertThat(assertSameAsGit("refs/heads/up").shortName()).isEqualTo("other");
    sandbox.git("symbolic-ref", "refs/heads/up", "refs/heads/none");
    assertThat(assertSameAsGit("refs/heads/up").shortName()).isEqualTo("up");
    sandbox.git("symbolic-ref", "refs/heads/up", "refs/heads/other");
    create("refs/tags/refs/heads/up");
    assertThatThrownBy(() -> sandbox.open().upstream("refs/heads/up", true))
        .isInstanceOf(UnprovenException.class);
    assertThat(sandbox.open().upstream("refs/heads/up", false).ref())
        .isEqualTo(RefSandbox.branch("up"));
  }

  @Test
  void givesTheOidOfATagAsItIs() throws IOException {
    sandbox.git("tag", "-a", "-m", "tag", "v1");
    String tag = sandbox.git("rev-parse", "v1");
    sandbox.git("update-ref", "refs/remotes/origin/up", "v1");
    assertThat(sandbox.open().upstream("refs/remotes/origin/up", false).oid()).hasToString(tag);
  }

  @Test
  void asksGitForAnUpstreamThatIsNoRefName() throws IOException {
    for (String name : List.of("refs/remotes/origin/a b", "refs/heads/../../HEAD")) {
      assertThatThrownBy(() -> sandbox.open().upstream(name, false))
          .isInstanceOf(UnprovenException.class);
    }
  }

  @Test
  void shortensAnUpstreamAsGitStatusDoes() throws IOException {
    for (String rival :
        List.of(
            "refs/heads/origin/up",
            "refs/tags/origin/up",
            "refs/origin/up",
            "refs/remotes/up",
            "refs/remotes/origin/up/HEAD")) {
      create(rival);
      assertSameAsGit("refs/remotes/origin/up");
      sandbox.git("update-ref", "-d", rival);
    }
    create("refs/remotes/origin/up", "refs/tags/origin/up");
    assertSameAsGit("refs/remotes/origin/up");
    sandbox.write("remotes/origin/up", sandbox.read("refs/heads/main"));
    assertThat(assertSameAsGit("refs/remotes/origin/up").shortName())
        .isEqualTo("refs/remotes/origin/up");
  }

  @Test
  void shortensALocalUpstreamAsGitStatusDoes() throws IOException {
    for (String branch : List.of("up", "HEAD", "config", "index", "refs/heads/main", "@")) {
      follow(".", branch);
      assertSameAsGit("refs/heads/" + branch);
      create("refs/heads/" + branch, "refs/tags/" + branch);
      assertSameAsGit("refs/heads/" + branch);
    }
  }

  private Upstream assertSameAsGit(String configured) throws IOException {
    boolean local = configured.startsWith("refs/heads/");
    Upstream upstream = sandbox.open().upstream(configured, local);
    Map<String, String> status = sandbox.status();
    assertThat(upstream.shortName()).isEqualTo(status.get("branch.upstream"));
    assertThat(upstream.isGone()).isEqualTo(!status.containsKey("branch.ab"));
    String oid = sandbox.git("rev-parse", "-q", "--verify", configured);
    assertThat(upstream.oid()).isEqualTo(oid == null ? null : ObjectId.parse(oid));
    return upstream;
  }

  @Test
  void shortensEveryRefAsGitDoes() throws IOException {
    create(TRICKY.split("\\s+"));
    sandbox.write("MY_HEAD", sandbox.read("refs/heads/main"));
    assertSameShortNames();
    sandbox.git("pack-refs", "--all");
    assertSameShortNames();
  }

  private void assertSameShortNames() throws IOException {
    String format = "--format=%(refname) %(refname:short)";
    List<String> lines =
        sandbox.lines("-c", "core.warnAmbiguousRefs=false", "for-each-ref", format);
    assertThat(lines).hasSizeGreaterThan(20);
    RefDatabase refs = sandbox.open();
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(' '));
      assertThat(name + " " + refs.shorten(new RefName(name))).isEqualTo(line);
    }
  }

  @Test
  void asksGitForTheShortNameOfTheHeadOfARemote() {
    assertThatThrownBy(() -> sandbox.open().shorten(new RefName("refs/remotes/origin/HEAD")))
        .isInstanceOf(UnprovenException.class);
  }

  @Test
  void readsFewFiles() throws IOException {
    create("refs/remotes/origin/up");
    assertThat(callsForAll())
        .containsExactly(
            "read HEAD",
            "read refs/heads/main",
            "read refs/remotes/origin/up",
            "stat origin/up",
            "read packed-refs",
            "stat refs/origin/up",
            "stat refs/tags/origin/up",
            "stat refs/heads/origin/up",
            "stat refs/replace");
    sandbox.git("pack-refs", "--all");
    assertThat(callsForAll())
        .containsExactly(
            "read HEAD",
            "read refs/heads/main",
            "stat refs/heads/main",
            "read packed-refs",
            "read refs/remotes/origin/up",
            "stat refs/remotes/origin/up",
            "stat origin/up",
            "stat refs/origin/up",
            "stat refs/tags/origin/up",
            "stat refs/heads/origin/up",
            "stat refs/replace");
  }

  private List<String> callsForAll() throws IOException {
    RecordingDirectory directory = new RecordingDirectory(sandbox.commonDir());
    RefDatabase refs = new RefDatabase(directory, directory, ObjectFormat.SHA1);
    refs.head();
    refs.upstream("refs/remotes/origin/up", false);
    refs.hasReplaceRefs();
    return directory.calls();
  }
}
