package gitoverit.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BareRepositoryTest {
  @TempDir private Path root;

  private DirectoryListing listing(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(root.resolve(name));
    }
    DirectoryListing listing = new DirectoryListing();
    try (Directory directory = FileAccess.portable().openDirectory(root)) {
      directory.list(listing);
    }
    return listing;
  }

  @Test
  void itHasThreeNames() throws IOException {
    assertThat(BareRepository.looksLike(listing("HEAD", "objects", "worktree"))).isFalse();
    assertThat(BareRepository.looksLike(listing("refs"))).isTrue();
  }

  @Test
  void directoriesThatGitDoesNotMakeAreNoPartOfIt() throws IOException {
    DirectoryListing listing = listing("hooks", "worktrees", "main", "Hooks");
    for (int i = 0; i < listing.count(); i++) {
      String name = new String(listing.name(i), StandardCharsets.UTF_8);
      assertThat(BareRepository.isPart(listing, i))
          .as(name)
          .isEqualTo(name.equals("hooks") || name.equals("worktrees"));
    }
  }
}
