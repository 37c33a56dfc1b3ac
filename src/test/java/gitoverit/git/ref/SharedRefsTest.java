package gitoverit.git.ref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRefsTest {
  @TempDir Path directory;
  private RefSandbox sandbox;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new RefSandbox(directory);
  }

  private Map<String, String> ours(int oidLength) throws IOException {
    Map<String, String> refs = new HashMap<>();
    SharedRefs.read(FileAccess.create(), sandbox.commonDir(), oidLength)
        .forEach((name, oid) -> refs.put(name.full(), oid.toString()));
    return refs;
  }

  /// What git lists, but for symbolic refs.
  private Map<String, String> gits() {
    Map<String, String> refs = new HashMap<>();
    for (String line :
        sandbox.lines("for-each-ref", "--format=%(refname) %(objectname) %(symref)")) {
      String[] fields = line.split(" ", -1);
      if (fields[2].isEmpty()) {
        refs.put(fields[0], fields[1]);
      }
    }
    return refs;
  }

  private void assertSameAsGit() throws IOException {
    assertThat(ours(20)).isEqualTo(gits()).isNotEmpty();
  }

  @Test
  void listsLooseAndPackedRefs() throws IOException {
    sandbox.git("tag", "-a", "-m", "tag", "v1");
    sandbox.git("update-ref", "refs/heads/deep/er/topic", "HEAD~");
    sandbox.feed("create refs/heads/\udce9 HEAD\n", "update-ref", "--stdin");
    assertSameAsGit();
    sandbox.git("pack-refs", "--all");
    assertSameAsGit();
    sandbox.git("update-ref", "refs/heads/main", "HEAD~");
    sandbox.git("update-ref", "refs/remotes/origin/main", "HEAD");
    assertSameAsGit();
    assertThat(ours(20)).hasSize(5);
  }

  @Test
  void listsPackedRefsThatAreNotSorted() throws IOException {
    String oid = sandbox.git("rev-parse", "HEAD");
    sandbox.write("packed-refs", oid + " refs/tags/b\n^" + oid + "\n" + oid + " refs/tags/a\n");
    assertSameAsGit();
    assertThat(ours(20)).containsOnlyKeys("refs/heads/main", "refs/tags/a", "refs/tags/b");
  }

  @Test
  void leavesOutSymbolicAndBrokenRefsAndLocks() throws IOException {
    sandbox.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/heads/main");
    sandbox.write("refs/heads/broken", "no oid\n");
    sandbox.write("refs/heads/main.lock", sandbox.git("rev-parse", "HEAD") + "\n");
    Files.createSymbolicLink(
        sandbox.commonDir().resolve("refs/heads/link"), Path.of("refs/heads/main"));
    Files.createDirectories(sandbox.commonDir().resolve("refs/heads/empty"));
    assertSameAsGit();
    assertThat(ours(20)).containsOnlyKeys("refs/heads/main");
  }

  @Test
  void listsRefsOfSha256() throws IOException {
    Path other = Files.createDirectory(directory.resolve("sha256"));
    sandbox = new RefSandbox(other, "--object-format=sha256");
    sandbox.git("pack-refs", "--all");
    sandbox.git("tag", "v1");
    assertThat(ours(32)).isEqualTo(gits()).hasSize(2);
  }

  @Test
  void refusesPackedRefsThatAreMalformed() throws IOException {
    sandbox.write(
        "packed-refs", "nonsense\nand more of it, as long as an oid and a name must be\n");
    assertThatThrownBy(() -> ours(20)).isInstanceOf(GitFormatException.class);
  }
}
