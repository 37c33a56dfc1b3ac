package gitoverit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.testing.Command;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhyCommandTest {
  private static @TempDir Path temporary;
  private static GitSandbox sandbox;
  private static Path root;

  @BeforeAll
  static void makeRepositories() {
    sandbox = GitSandbox.in(temporary);
    sandbox.sh(
        sandbox.root(),
        """
        git init -q library && git -C library commit -q --allow-empty -m one
        mkdir r && cd r
        git init -q app && cd app
        printf '# generated\\nbuild/\\n' >.gitignore
        mkdir -p src build/out
        git init -q build/inner
        git init -q nested
        git init -q nested/deeper
        git submodule --quiet add ../../library module
        git commit -q --allow-empty -m one
        git worktree add -q ../linked
        cd ..
        git init -q --bare store.git
        mkdir -p broken plain/why/not
        echo 'gitdir: ../nowhere' >broken/.git
        ln -s app link
        touch file
        """);
    root = sandbox.root().resolve("r");
  }

  private static InProcess.Result run(Path cwd, String... arguments) {
    return InProcess.run(Map.of(), sandbox.environment(), cwd, arguments);
  }

  private static String why(String arguments) {
    String[] all = ("why " + arguments).split(" ", -1);
    InProcess.Result result = run(root, all);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out().replace(root.toString(), "R");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app|R/app is listed: it is a repository",
        "./app/nested/deeper/|R/app/nested/deeper is listed: it is a repository",
        "linked|R/linked is listed: it is a linked worktree",
        "store.git --bare|R/store.git is listed: it is a bare repository",
        "store.git|R/store.git is not listed: it is a bare repository, and --bare is not given",
        "store.git/refs/heads|R/store.git/refs/heads is not listed: the search does not enter R/store.git",
        "app/.git/hooks|R/app/.git/hooks is not listed: the search does not enter R/app/.git",
        "broken|R/broken is listed, with an error: .git leads to",
        "app/module|R/app/module is not listed: it is a submodule of R/app",
        "app/src|R/app/src is not listed: it has no .git and belongs to the worktree R/app",
        "plain|R/plain is not listed: it has no .git",
        "plain/why|R/plain/why is not listed: it has no .git",
        "link|R/link is not listed: R/link is a symbolic link, which the search does not follow",
        "link/src|R/link/src is not listed: R/link is a symbolic link, which the search does not follow",
        "file|R/file is not listed: R/file is not a directory",
        "app/build/inner|R/app/build/inner is not listed: R/app/build is ignored in R/app by .gitignore:2:build/; use -I to list it",
        "app/build/inner -I|R/app/build/inner is listed: it is a repository",
        "app/nested --exclude nest*|R/app/nested is not listed: R/app/nested is excluded by --exclude nest*",
        "app/nested/deeper --depth 2|R/app/nested/deeper is not listed: it is 3 levels deep, and --depth is 2",
        "app/nested/deeper --depth 3|R/app/nested/deeper is listed: it is a repository",
        "app app/src|R/app is listed: it is a repository around the searched directory",
        "linked app|R/linked is not listed: it is not below R/app",
        "linked app linked|R/linked is listed: it is a linked worktree",
      })
  void itSaysWhatDecides(String arguments, String answer) {
    assertThat(why(arguments)).startsWith(answer).hasLineCount(1);
  }

  /// The search lists exactly the paths that `why` reports as listed.
  @ParameterizedTest
  @ValueSource(strings = {"", "-I", "--bare", "--depth 1", "--exclude nested", "app/src"})
  void theSearchAgrees(String options) throws Exception {
    String[] words = options.isEmpty() ? new String[0] : options.split(" ", -1);
    List<String> search = new ArrayList<>(List.of("--print", "path"));
    search.addAll(List.of(words));
    List<String> rows = run(root, search.toArray(String[]::new)).out().lines().toList();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(path -> !path.toString().contains("/.git/")).toList()) {
        String answer = why((path + " " + options).strip());
        assertThat(answer.contains(" is listed"))
            .as(answer)
            .isEqualTo(rows.contains(path.toString()));
      }
    }
  }

  @Test
  void aDirectoryThatCannotBeReadIsARow() throws Exception {
    Path closed = sandbox.root().resolve("closed");
    Path below = Files.createDirectories(closed.resolve("below"));
    List<String> why = Jvm.program();
    why.add("why");
    List<String> words = GitSandbox.bound(why);
    sandbox.sh(sandbox.root(), "chmod 0 closed");
    try {
      assertThat(explained(words, closed)).contains("/closed is listed, with an error: ");
      assertThat(explained(words, below)).contains("/closed, which has a row, cannot be read: ");
    } finally {
      sandbox.sh(sandbox.root(), "chmod 700 closed");
    }
  }

  private static String explained(List<String> words, Path path) {
    List<String> all = new ArrayList<>(words);
    all.add(path.toString());
    return new Command(all, sandbox.root(), sandbox.environment()).runOrThrow().out();
  }

  @Test
  void aDirectoryOfThatNameIsReachedByItsPath() {
    Path plain = root.resolve("plain");
    assertThat(run(plain, "./why").out()).startsWith("0 repositories");
    assertThat(run(plain, "why", "why").out()).contains("/plain/why is not listed: it has no .git");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why app/build/inner -I",
        "why -I app/build/inner",
        "-I why app/build/inner",
        "why app/build/inner -I app",
        "app why -I app/build/inner",
        "app -I why -- app/build/inner",
      })
  void theCommandMayStandAnywhere(String arguments) {
    String answer = run(root, arguments.split(" ", -1)).out().replace(root.toString(), "R");
    assertThat(answer).isEqualTo("R/app/build/inner is listed: it is a repository\n");
  }

  @Test
  void afterTwoDashesItIsADirectory() {
    assertThat(run(root.resolve("plain"), "--", "why").out()).startsWith("0 repositories");
  }

  @Test
  void withoutAPathNothingIsExplained() {
    assertThat(run(root, "why").err()).contains("why needs a PATH").contains("./why");
    assertThat(run(root, "app", "why").err()).contains("why needs a PATH");
    assertThat(run(root, "why", "missing").err())
        .contains("no such directory: " + root + "/missing");
    assertThat(run(root, "why", "app", "--frobnicate").exitCode()).isEqualTo(2);
    assertThat(run(root, "why", "app", "--help").out()).startsWith("Usage:");
  }
}
