package gitoverit.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.git.repo.LayoutReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NestedFinderTest {
  private static final byte[] NAME = "dir".getBytes(UTF_8);

  private final FileAccess files = FileAccess.portable();
  private final SearchSandbox.Collected collected = new SearchSandbox.Collected();
  @TempDir private Path root;
  private SearchSandbox sandbox;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new SearchSandbox(root);
    sandbox.repo("app");
    Files.createDirectory(root.resolve("app/dir"));
  }

  private NestedFinder nested(SearchOptions options) throws IOException {
    Path app = root.resolve("app");
    Found.Repository found =
        new Found.Repository(new LayoutReader(files).readWorktree(app), SearchPlace.start(app));
    return new NestedFinder(sandbox.finder(options), found, collected);
  }

  @Test
  void aNestedRepositoryIsAFindingWithinTheDepth() throws IOException {
    Path inner = sandbox.repo("app/dir/inner");
    assertThat(nested(SearchSandbox.depth(1)).nested(inner)).isTrue();
    assertThat(collected.findings).isEmpty();
    assertThat(nested(SearchSandbox.depth(2)).nested(inner)).isTrue();
    assertThat(collected.names(root)).containsExactly("app/dir/inner");
  }

  @Test
  void aDotGitThatLeadsNowhereIsAFindingButNoRepository() throws IOException {
    sandbox.write("app/dir/.git", "nonsense");
    assertThat(nested(SearchSandbox.USUAL).nested(root.resolve("app/dir"))).isFalse();
    assertThat(collected.names(root)).containsExactly("!app/dir");
  }

  @Test
  void anIgnoredDirectoryIsSearchedOnlyWhenThatIsWanted() throws IOException {
    SearchOptions all = SearchSandbox.including(SearchSandbox.Also.IGNORED);
    try (Directory app = files.openDirectory(root.resolve("app"))) {
      nested(SearchSandbox.USUAL).ignored(app, NAME, 0, NAME.length);
      assertThat(collected.places).isEmpty();
      nested(all).ignored(app, NAME, 0, NAME.length);
    }
    assertThat(collected.places)
        .extracting(SearchPlace::path)
        .containsExactly(root.resolve("app/dir"));
    assertThat(collected.places).extracting(SearchPlace::depth).containsExactly(1);
  }

  @Test
  void anUnreadableDirectoryIsAFindingUnlessItIsExcluded() throws IOException {
    AccessDeniedException denied = new AccessDeniedException("dir");
    SearchOptions without = SearchSandbox.excluding("d*");
    try (Directory app = files.openDirectory(root.resolve("app"))) {
      nested(without).unreadable(denied, app, NAME, 0, NAME.length);
      assertThat(collected.findings).isEmpty();
      nested(SearchSandbox.USUAL).unreadable(denied, app, NAME, 0, NAME.length);
    }
    assertThat(collected.names(root)).containsExactly("!app/dir");
  }
}
