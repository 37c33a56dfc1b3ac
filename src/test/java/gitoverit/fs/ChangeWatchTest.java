package gitoverit.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class ChangeWatchTest {
  private @TempDir Path root;
  private Path owner;

  @BeforeEach
  void makeTree() throws IOException {
    owner = Files.createDirectories(root.resolve("owner"));
    Files.createDirectories(owner.resolve("a/b"));
    Files.createDirectories(owner.resolve(".git/objects"));
    Files.createDirectories(owner.resolve("nested/.git"));
    Files.createDirectories(owner.resolve("nested/deep"));
    Files.writeString(owner.resolve("a/b/file"), "x");
  }

  /// A change to a tree.
  private interface Change {
    void make() throws IOException;
  }

  private boolean isQuietAfter(int patience, Change change) throws Exception {
    try (ChangeWatch watch = new ChangeWatch(FileAccess.create())) {
      assertThat(watch.isQuiet(owner)).isFalse();
      watch.begin(owner, Set.of(owner), Set.of(owner.resolve(".git"), owner.resolve("missing")));
      change.make();
      // The system tells at once, but Java reads what it tells on a thread of its own.
      for (int i = 0; i < patience && watch.isQuiet(owner); i++) {
        Thread.sleep(10);
        watch.update();
      }
      return watch.isQuiet(owner);
    }
  }

  @Test
  void whatIsLeftAloneIsQuiet() throws Exception {
    assertThat(isQuietAfter(10, () -> Files.readString(owner.resolve("a/b/file")))).isTrue();
    assertThat(isQuietAfter(10, () -> Files.createFile(root.resolve("beside")))).isTrue();
  }

  @Test
  void whatLiesInNestedRepositoriesAndObjectsDoesNotCount() throws Exception {
    assertThat(isQuietAfter(10, () -> Files.createFile(owner.resolve("nested/deep/x")))).isTrue();
    assertThat(isQuietAfter(10, () -> Files.createFile(owner.resolve(".git/objects/x")))).isTrue();
    assertThat(isQuietAfter(1000, () -> Files.delete(owner.resolve("nested/.git")))).isFalse();
  }

  @Test
  void everyOtherChangeIsNoticed() throws Exception {
    Path file = owner.resolve("a/b/file");
    assertThat(isQuietAfter(1000, () -> Files.writeString(file, "y"))).isFalse();
    assertThat(isQuietAfter(1000, () -> Files.setLastModifiedTime(file, FileTime.fromMillis(0))))
        .isFalse();
    assertThat(isQuietAfter(1000, () -> Files.createFile(owner.resolve(".git/index")))).isFalse();
    assertThat(isQuietAfter(1000, () -> Files.delete(file))).isFalse();
    assertThat(isQuietAfter(1000, () -> Files.createDirectory(owner.resolve("a/c")))).isFalse();
  }

  @Test
  void whatCannotBeWatchedIsNeverQuiet() throws Exception {
    for (int i = 0; i < 2001; i++) {
      Files.createDirectory(owner.resolve("a/" + i));
    }
    assertThat(isQuietAfter(1000, () -> {})).isFalse();
    try (ChangeWatch watch = new ChangeWatch(FileAccess.create())) {
      watch.begin(root.resolve("no"), Set.of(root.resolve("no")), Set.of());
      assertThat(watch.isQuiet(root.resolve("no"))).isFalse();
    }
  }
}
