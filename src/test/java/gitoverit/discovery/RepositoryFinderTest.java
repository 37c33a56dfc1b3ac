package gitoverit.discovery;

import static gitoverit.discovery.SearchSandbox.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryFinderTest {
  @TempDir private Path root;
  private SearchSandbox sandbox;

  @BeforeEach
  void makeRepositories() throws IOException {
    sandbox = new SearchSandbox(root);
    sandbox.repo("app");
    sandbox.repo("app/src/nested");
    sandbox.repo("app/build/ignored");
    sandbox.write("app/.gitignore", "build/\n");
  }

  private List<String> search(SearchOptions options) throws IOException {
    return sandbox.search(options, "");
  }

  @Test
  void aNestedRepositoryIsFoundUnlessItsParentIgnoresIt() throws IOException {
    assertThat(search(USUAL)).containsExactly("app", "app/src/nested");
  }

  @Test
  void ignoredDirectoriesAreEnteredWhenThatIsWanted() throws IOException {
    SearchOptions all = SearchSandbox.including(SearchSandbox.Also.IGNORED);
    assertThat(search(all)).containsExactly("app", "app/build/ignored", "app/src/nested");
  }

  @Test
  void nothingIsSearchedInsideDotGit() throws IOException {
    sandbox.repo("app/.git/modules/x");
    assertThat(search(USUAL)).containsExactly("app", "app/src/nested");
    assertThat(sandbox.search(USUAL, "app/.git/modules/x")).doesNotContain("app/.git/modules/x");
  }

  @Test
  void aSymbolicLinkIsFollowedOnlyAsAStart() throws IOException {
    Files.createDirectory(root.resolve("links"));
    Files.createSymbolicLink(root.resolve("links/app"), root.resolve("app/src/nested"));
    assertThat(sandbox.search(USUAL, "links")).isEmpty();
    assertThat(sandbox.search(USUAL, "links/app")).containsExactly("app/src/nested");
  }

  @Test
  void aRepositoryThatTwoStartsReachCountsOnce() throws IOException {
    assertThat(sandbox.search(USUAL, "app", "", "app/src"))
        .containsExactly("app", "app/src/nested");
  }

  @Test
  void aStartInsideAWorktreeReportsTheRepositoryAroundIt() throws IOException {
    sandbox.write("app/docs/readme", "");
    assertThat(sandbox.search(USUAL, "app/docs")).containsExactly("app");
  }

  @Test
  void anIgnoredStartIsSearchedAllTheSame() throws IOException {
    assertThat(sandbox.search(USUAL, "app/build")).contains("app/build/ignored");
  }

  @Test
  void theSearchGoesOnBelowADotGitThatLeadsNowhere() throws IOException {
    sandbox.write("broken/.git", "gitdir: /nowhere\n");
    sandbox.repo("broken/below/fine");
    assertThat(sandbox.search(USUAL, "broken")).containsExactly("!broken", "broken/below/fine");
  }

  @Test
  void theDepthCountsLevelsBelowTheStart() throws IOException {
    assertThat(search(SearchSandbox.depth(0))).isEmpty();
    assertThat(search(SearchSandbox.depth(1))).containsExactly("app");
    assertThat(search(SearchSandbox.depth(2))).containsExactly("app");
    assertThat(search(SearchSandbox.depth(3))).containsExactly("app", "app/src/nested");
  }

  @Test
  void anExcludedDirectoryIsNotEntered() throws IOException {
    assertThat(search(SearchSandbox.excluding("src"))).containsExactly("app");
    assertThat(search(SearchSandbox.excluding("app/*"))).containsExactly("app");
    assertThat(search(SearchSandbox.excluding("app"))).isEmpty();
  }

  @Test
  void aBareRepositoryIsReportedOnlyWhenThatIsWanted() throws IOException {
    sandbox.bare("store.git");
    SearchOptions bare = SearchSandbox.including(SearchSandbox.Also.BARE);
    assertThat(search(USUAL)).doesNotContain("store.git");
    assertThat(search(bare)).contains("store.git");
  }

  @Test
  void ofABareRepositoryOnlyForeignDirectoriesAreSearched() throws IOException {
    sandbox.bare("store.git");
    sandbox.repo("store.git/hooks/odd");
    sandbox.repo("store.git/main");
    assertThat(sandbox.search(USUAL, "store.git")).containsExactly("store.git/main");
  }

  @Test
  void aStartThatVanishedIsAFinding() throws IOException {
    SearchSandbox.Collected collected = new SearchSandbox.Collected();
    RepositoryFinder finder = sandbox.finder(USUAL);
    finder.visit(SearchPlace.start(root.resolve("gone")), collected);
    finder.visit(SearchPlace.start(root).child(root.resolve("gone/too"), null), collected);
    assertThat(collected.names(root)).containsExactly("!gone");
  }
}
