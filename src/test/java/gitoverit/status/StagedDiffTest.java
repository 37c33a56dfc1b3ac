package gitoverit.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagedDiffTest {
  @TempDir private Path root;
  private Repo repo;
  private final List<String> treesRead = new ArrayList<>();

  @BeforeEach
  void makeRepository() {
    repo = GitSandbox.in(root).init("repo");
    repo.sh(
        """
        mkdir -p a/deep b; echo 1 > a/deep/x; echo 1 > a/y; echo 1 > b/z; echo 1 > top
        git add .; git commit -qm one
        """);
  }

  /// Returns the changes as letter and path, sorted as the index is, deletions last.
  private List<String> changes() throws IOException {
    treesRead.clear();
    StatusSandbox sandbox = new StatusSandbox(repo);
    IndexFile index = sandbox.index();
    ObjectId tree = requireNonNull(ObjectId.parse(repo.git("rev-parse", "HEAD^{tree}")));
    try (ObjectDatabase objects = sandbox.objects()) {
      StagedDiff diff =
          new StagedDiff(
              index,
              (oids, at) -> {
                treesRead.add(ObjectId.hex(oids, at, ObjectFormat.SHA1.oidLength()));
                return objects.tree(oids, at);
              },
              ObjectFormat.SHA1);
      diff.compare(tree.bytes());
      return described(diff, index);
    }
  }

  private static List<String> described(StagedDiff diff, IndexFile index) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < index.count(); i++) {
      if (diff.change(i) != 0) {
        found.add((char) diff.change(i) + " " + text(index.path(i)));
      }
    }
    for (StagedDiff.Change change : diff.changes()) {
      if (change.entry() < 0) {
        found.add("D " + text(change.path()));
      }
    }
    assertThat(diff.changes()).hasSameSizeAs(found);
    return found;
  }

  private static String text(byte[] path) {
    return new String(path, StandardCharsets.UTF_8);
  }

  @Test
  void noTreeIsReadWhereTheCacheTreeIsThatOfHead() throws IOException {
    assertThat(changes()).isEmpty();
    assertThat(treesRead).isEmpty();
  }

  @Test
  void onlyTheTreesOnTheWayToAChangeAreRead() throws IOException {
    repo.sh("echo 2 > a/deep/x; git add a/deep/x");
    assertThat(changes()).containsExactly("M a/deep/x");
    assertThat(treesRead)
        .containsExactly(
            repo.git("rev-parse", "HEAD^{tree}"),
            repo.git("rev-parse", "HEAD:a"),
            repo.git("rev-parse", "HEAD:a/deep"));
  }

  @Test
  void everyTreeIsReadWithoutACacheTree() throws IOException {
    repo.sh("rm .git/index; git add .; git update-index --force-remove top");
    repo.sh("git update-index --add top");
    assertThat(changes()).isEmpty();
  }

  @Test
  void permissionsAreAChangeAndATypeIsAnother() throws IOException {
    repo.sh("chmod +x top; rm b/z; ln -s top b/z; git add .");
    assertThat(changes()).containsExactly("T b/z", "M top");
  }

  @Test
  void aDirectoryThatIsGoneCountsEachOfItsFiles() throws IOException {
    repo.sh("git rm -rq a");
    assertThat(changes()).containsExactlyInAnyOrder("D a/deep/x", "D a/y");
  }

  @Test
  void aFileInPlaceOfADirectoryIsAddedAndTheDirectoryDeleted() throws IOException {
    repo.sh("git rm -rq a; echo 1 > a; git add a");
    assertThat(changes()).containsExactly("A a", "D a/deep/x", "D a/y");
  }

  @Test
  void aDirectoryInPlaceOfAFileIsAddedAndTheFileDeleted() throws IOException {
    repo.sh("git rm -q top; mkdir top; echo 1 > top/a; git add top");
    assertThat(changes()).containsExactly("A top/a", "D top");
  }

  @Test
  void namesAreComparedAsBytesWithTheSlashOfDirectories() throws IOException {
    repo.sh("mkdir m; echo > m/x; echo > m-; echo > m.a; git add .; git commit -qm names");
    repo.sh("echo 2 > m.a; echo 2 > m/x; git add .");
    assertThat(changes()).containsExactly("M m.a", "M m/x");
  }
}
