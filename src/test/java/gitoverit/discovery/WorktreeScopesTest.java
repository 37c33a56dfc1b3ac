package gitoverit.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorktreeScopesTest {
  private static final String SUBMODULE =
      "git clone -q . ../part; git -c protocol.file.allow=always submodule --quiet add ../part sub";

  @TempDir private Path root;
  private GitSandbox git;
  private Repo app;
  private WorktreeScopes scopes;

  @BeforeEach
  void makeRepository() {
    git = GitSandbox.in(root);
    app = git.init("app");
    app.commit("one");
    scopes = new SearchSandbox(root).scopes();
  }

  private static RepositoryLayout layout(Repo repo, String directory) throws IOException {
    return new LayoutReader(FileAccess.portable()).readWorktree(repo.path().resolve(directory));
  }

  private boolean isSubmodule(Repo repo, String directory) throws IOException {
    return scopes.isSubmodule(layout(repo, ""), layout(repo, directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256"})
  void aGitfileIntoTheModulesOfTheOuterRepositoryMakesASubmodule(String format) throws IOException {
    Repo outer = git.init(format, "--object-format=" + format);
    outer.commit("one");
    outer.sh(SUBMODULE);
    assertThat(isSubmodule(outer, "sub")).isTrue();
  }

  @Test
  void aSubmoduleThatTheIndexNoLongerHasIsARepositoryOfItsOwn() throws IOException {
    app.sh(SUBMODULE);
    app.sh("git rm -q --cached sub");
    assertThat(isSubmodule(app, "sub")).isFalse();
  }

  @Test
  void aRepositoryWithItsOwnDotGitIsASubmoduleOnceItIsListed() throws IOException {
    app.sh("git clone -q . inner; git add inner 2>/dev/null");
    assertThat(isSubmodule(app, "inner")).isFalse();
    app.sh("git config -f .gitmodules submodule.x.path inner");
    assertThat(isSubmodule(app, "inner")).isTrue();
  }

  @Test
  void aDamagedListClaimsNothing() throws IOException {
    app.sh("git clone -q . inner; git add inner 2>/dev/null; echo '[x' > .gitmodules");
    assertThat(isSubmodule(app, "inner")).isFalse();
  }

  @Test
  void anIndexThatCannotBeReadHereLetsTheClaimDecide() throws IOException {
    app.sh(SUBMODULE);
    app.sh("git update-index --split-index");
    assertThat(isSubmodule(app, "sub")).isTrue();
  }

  @Test
  void aLinkedWorktreeIsNoSubmodule() throws IOException {
    app.sh("git worktree add -q linked; git config -f .gitmodules submodule.x.path linked");
    assertThat(isSubmodule(app, "linked")).isFalse();
  }

  @Test
  void theScopeBelowTheRootHasTheRulesOfTheDirectoriesAbove() throws IOException {
    app.write(".gitignore", "build/\n*.log\n").write("src/.gitignore", "!keep.log\n");
    app.write("src/main/.gitignore", "all\n").write("build/x/file", "");
    RepositoryLayout layout = layout(app, "");
    SearchPlace.Scope below = requireNonNull(scopes.at(layout, app.path().resolve("src/main")));
    assertThat(ignores(below, "a.log")).isTrue();
    assertThat(ignores(below, "keep.log")).isFalse();
    assertThat(ignores(below, "all")).isFalse();
    assertThat(scopes.at(layout, app.path().resolve("build/x"))).isNull();
  }

  private static boolean ignores(SearchPlace.Scope scope, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return scope.ignores().ignores(bytes, 0, bytes.length, false);
  }
}
