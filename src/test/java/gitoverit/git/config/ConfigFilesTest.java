package gitoverit.git.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFilesTest {
  @TempDir Path directory;
  private ConfigSandbox sandbox;
  private RepositoryLayout repository;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new ConfigSandbox(directory);
    repository = sandbox.repository("work/repo");
  }

  @Test
  void readsAllSourcesInTheOrderOfGit() throws IOException {
    sandbox.write("system", "[s]\nfrom = system\n");
    sandbox.write("home/.config/git/config", "[s]\nfrom = xdg\n");
    sandbox.write("home/.gitconfig", "[s]\nfrom = home\n");
    sandbox.configure(repository, "[s]\nfrom = repository\n");
    sandbox.environment().put("GIT_CONFIG_COUNT", "1");
    sandbox.environment().put("GIT_CONFIG_KEY_0", "s.from");
    sandbox.environment().put("GIT_CONFIG_VALUE_0", "count");
    sandbox.environment().put("GIT_CONFIG_PARAMETERS", "'s.from'='parameter'");
    assertSameAsGit();
    assertThat(sandbox.read(repository).getAll("s.from"))
        .containsExactly("system", "xdg", "home", "repository", "count", "parameter");
  }

  @Test
  void readsTheGlobalFileThatTheEnvironmentNames() throws IOException {
    sandbox.write("home/.gitconfig", "[s]\nfrom = home\n");
    Path global = sandbox.write("global", "[s]\nfrom = global\n");
    sandbox.environment().put("GIT_CONFIG_GLOBAL", global.toString());
    assertSameAsGit();
    sandbox.environment().put("GIT_CONFIG_GLOBAL", "");
    assertSameAsGit();
    sandbox.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    assertSameAsGit();
  }

  @Test
  void readsTheDirectoryForConfigurationThatTheEnvironmentNames() throws IOException {
    sandbox.write("xdg/git/config", "[s]\nfrom = xdg\n");
    sandbox.environment().put("XDG_CONFIG_HOME", directory.resolve("xdg").toString());
    assertSameAsGit();
    assertThat(sandbox.read(repository).get("s.from")).isEqualTo("xdg");
    sandbox.environment().remove("HOME");
    assertSameAsGit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "", "no", "0", "maybe"})
  void leavesTheSystemOutWhenTold(String value) throws IOException {
    sandbox.write("system", "[s]\nfrom = system\n");
    sandbox.environment().put("GIT_CONFIG_NOSYSTEM", value);
    assertSameAsGitOutsideOfARepository();
  }

  @Test
  void readsTheConfigurationOfAWorktreeOnlyWhereItIsEnabled() throws IOException {
    sandbox.commit(repository);
    sandbox.run(repository.path(), "worktree", "add", "-q", "../linked");
    Path gitDir = repository.gitDir().resolve("worktrees/linked");
    RepositoryLayout linked =
        new RepositoryLayout(
            sandbox.root().resolve("work/linked"),
            gitDir,
            repository.commonDir(),
            RepositoryLayout.Kind.LINKED);
    Files.writeString(gitDir.resolve("config.worktree"), "[w]\nfrom = linked\n");
    Files.writeString(repository.gitDir().resolve("config.worktree"), "[w]\nfrom = main\n");
    assertSameAsGit(linked);
    assertThat(sandbox.read(linked).get("w.from")).isNull();
    sandbox.configure(repository, "[extensions]\nworktreeConfig\n");
    assertSameAsGit(linked);
    assertSameAsGit(repository);
    assertThat(sandbox.read(linked).get("w.from")).isEqualTo("linked");
    assertThat(sandbox.read(repository).get("w.from")).isEqualTo("main");
  }

  @Test
  void needsAFormatVersionForTheConfigurationOfAWorktree() throws IOException {
    Path config = repository.commonDir().resolve("config");
    Files.writeString(config, "[core]\nbare = false\n[extensions]\nworktreeConfig\n");
    Files.writeString(repository.gitDir().resolve("config.worktree"), "[w]\nfrom = main\n");
    assertSameAsGit();
    assertThat(sandbox.read(repository).get("w.from")).isNull();
  }

  @Test
  void putsIncludedFilesWhereTheIncludeStands() throws IOException {
    sandbox.write("home/a.inc", "[i]\nfrom = a\n[include]\npath = sub/b.inc\n[i]\nafter = b\n");
    sandbox.write("home/sub/b.inc", "[i]\nfrom = b\n[include]\npath = ../c.inc\n");
    sandbox.write("home/c.inc", "[i]\nfrom = c\n");
    sandbox.write(
        "home/.gitconfig",
        """
        [i]
        from = 1
        [include]
        path = a.inc
        path = ~/c.inc
        path = missing
        path = c.inc/
        Path = c.inc/x
        [i]
        from = 2
        [includes]
        path = a.inc
        """);
    sandbox.configure(repository, "[include]\npath = " + sandbox.home().resolve("c.inc") + "\n");
    assertSameAsGit();
    assertThat(sandbox.read(repository).getAll("i.from"))
        .containsExactly("1", "a", "b", "c", "c", "2", "c");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void followsTenIncludesAndNoMore(int depth) throws IOException {
    for (int i = 0; i < depth; i++) {
      sandbox.write("home/" + i, "[include]\npath = " + (i + 1) + "\n");
    }
    sandbox.write("home/.gitconfig", "[include]\npath = 1\n");
    sandbox.write("home/" + depth, "[i]\ndepth = " + depth + "\n");
    assertSameAsGit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"path\n", "path = .\n", "path =\n", "path = loop\n"})
  void refusesIncludesThatGitRefuses(String line) throws IOException {
    sandbox.write("home/loop", "[include]\npath = loop\n");
    sandbox.write("home/.gitconfig", "[include]\n" + line);
    assertThat(sandbox.gitList(repository.path())).isNull();
    assertThatThrownBy(() -> sandbox.read(repository)).isInstanceOf(IOException.class);
  }

  @Test
  void includesUnderTheConditionsUnderWhichGitDoes() throws IOException {
    String holding =
        """
        gitdir:$ROOT/work/repo/.git
        gitdir:$ROOT/work/repo/
        gitdir/i:$ROOT/WORK/Repo/
        gitdir:$ROOT/work/
        gitdir:$ROOT/w*/r[a-f]po/.git
        gitdir:$ROOT/**/.git
        gitdir:$ROOT/wor?/**
        gitdir:work/
        gitdir:repo/.git
        gitdir:
        onbranch:main
        onbranch:ma*
        hasconfig:remote.*.url:https://example.com/*
        hasconfig:remote.*.url:https://example.com/**
        hasconfig:remote.*.url:https://*/**
        """;
    String failing =
        """
        gitdir:$ROOT/work/repo
        gitdir:$ROOT/WORK/repo/
        gitdir:$ROOT/w*/r[!a-f]po/.git
        gitdir:$ROOT/*/.git
        gitdir:ork/
        gitdir:./
        gitdir:../work/
        gitdir:~/
        gitdir:~
        gitdir/i:~/../WORK/
        onbranch:Main
        onbranch:feature/
        hasconfig:remote.*.url:https://example.com/
        hasconfig:branch.*.remote:x
        gitdir
        GITDIR:work/
        """;
    sandbox.configure(repository, "[remote \"o\"]\nurl = https://example.com/r\n");
    StringBuilder config = new StringBuilder();
    appendConditions(config, holding, "yes");
    appendConditions(config, failing, "no");
    sandbox.write("home/yes", "[i]\nyes\n");
    sandbox.write("home/no", "[i]\nno\n");
    sandbox.write("home/.gitconfig", config.toString());
    assertSameAsGit();
    GitConfig read = sandbox.read(repository);
    assertThat(read).filteredOn(entry -> entry.key().equals("i.yes")).hasSize(15);
    assertThat(read.contains("i.no")).isFalse();
  }

  private void appendConditions(StringBuilder config, String conditions, String file) {
    for (String condition : conditions.lines().toList()) {
      String text = condition.replace("$ROOT", sandbox.root().toString());
      config.append("[includeIf \"" + text + "\"]\npath = " + file + "\nother = " + file + "\n");
    }
  }

  @Test
  void takesADirectoryRelativeToTheFileLetterByLetter() throws IOException {
    RepositoryLayout odd = sandbox.repository("home/a[b]/r");
    sandbox.write("home/a[b]/i", "[i]\nincluded\n");
    sandbox.write("home/a[b]/conf", "[includeIf \"gitdir:./r*/\"]\npath = i\n");
    sandbox.write("home/.gitconfig", "[include]\npath = a[b]/conf\n");
    assertSameAsGit(odd);
    assertThat(sandbox.read(odd).contains("i.included")).isTrue();
    assertSameAsGit(repository);
  }

  @Test
  void seesTheHomeAndTheRepositoryThroughSymbolicLinks() throws IOException {
    Path link = Files.createSymbolicLink(sandbox.root().resolve("link"), Path.of("work"));
    sandbox.environment().put("HOME", link.toString());
    sandbox.write("work/i", "[i]\nincluded\n");
    sandbox.write("work/.gitconfig", "[includeIf \"gitdir:~/repo/\"]\npath = i\n");
    assertSameAsGit();
    assertThat(sandbox.read(repository).contains("i.included")).isTrue();
    RepositoryLayout linked =
        new RepositoryLayout(
            link.resolve("repo"),
            link.resolve("repo/.git"),
            link.resolve("repo/.git"),
            RepositoryLayout.Kind.MAIN);
    sandbox.write("work/.gitconfig", "[includeIf \"gitdir:" + link + "/repo/\"]\npath = i\n");
    sandbox.environment().put("PWD", link.resolve("repo").toString());
    assertSameAsGit(linked);
    assertThat(sandbox.read(linked).contains("i.included")).isTrue();
  }

  @Test
  void knowsABranchThatIsUnbornAndNoneWhenDetached() throws IOException {
    sandbox.write("home/i", "[i]\nincluded\n");
    sandbox.write("home/.gitconfig", "[includeIf \"onbranch:feature/\"]\npath = i\n");
    sandbox.commit(repository);
    sandbox.run(repository.path(), "checkout", "-q", "--orphan", "feature/x");
    assertSameAsGit();
    assertThat(sandbox.read(repository).contains("i.included")).isTrue();
    sandbox.run(repository.path(), "checkout", "-q", "main");
    sandbox.run(repository.path(), "checkout", "-q", "--detach");
    sandbox.write("home/.gitconfig", "[includeIf \"onbranch:**\"]\npath = i\n");
    assertSameAsGit();
    assertThat(sandbox.read(repository).contains("i.included")).isFalse();
  }

  @Test
  void asksGitForABranchBehindASymbolicRef() throws IOException {
    sandbox.write("home/.gitconfig", "[includeIf \"onbranch:main\"]\npath = i\n");
    sandbox.commit(repository);
    sandbox.run(repository.path(), "symbolic-ref", "refs/heads/alias", "refs/heads/main");
    sandbox.run(repository.path(), "symbolic-ref", "HEAD", "refs/heads/alias");
    assertThatThrownBy(() -> sandbox.read(repository)).isInstanceOf(UnprovenException.class);
  }

  @Test
  void findsUrlsAnywhereForAConditionThatStandsBeforeThem() throws IOException {
    sandbox.write("home/i", "[i]\nincluded\n");
    sandbox.write("home/u", "[remote \"r\"]\nurl = ssh://h/p\n");
    sandbox.write(
        "home/.gitconfig",
        "[includeIf \"hasconfig:remote.*.url:ssh://h/*\"]\npath = i\n[include]\npath = u\n");
    assertSameAsGit();
    assertThat(sandbox.read(repository).contains("i.included")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hasconfig:remote.*.url:nothing", "gitdir:work/"})
  void refusesUrlsInConditionalFilesWhereUrlsAreAskedFor(String condition) throws IOException {
    sandbox.write("home/u", "[remote \"r\"]\nurl = ssh://h/p\n");
    sandbox.write(
        "home/.gitconfig",
        "[includeIf \""
            + condition
            + "\"]\npath = u\n[includeIf \"hasconfig:remote.*.url:x\"]\npath = x\n");
    assertThat(sandbox.gitList(repository.path())).isNull();
    assertThatThrownBy(() -> sandbox.read(repository)).isInstanceOf(GitFormatException.class);
  }

  @Test
  void refusesOnlyRelativeIncludesInTheEnvironment() throws IOException {
    sandbox.write("home/i", "[i]\nincluded\n");
    sandbox.environment().put("GIT_CONFIG_PARAMETERS", "'include.path=~/i'");
    assertSameAsGit();
    sandbox.environment().put("GIT_CONFIG_PARAMETERS", "'include.path=i'");
    assertSameAsGit();
    sandbox.environment().put("GIT_CONFIG_PARAMETERS", "'includeIf.gitdir:./.path=i'");
    assertSameAsGit();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[include]\npath = ~eve/x\n",
        "[include]\npath = %(prefix)/x\n",
        "[includeIf \"gitdir:~eve/\"]\npath = x\n"
      })
  void asksGitWhereItCannotTell(String content) throws IOException {
    sandbox.write("home/.gitconfig", content);
    assertThatThrownBy(() -> sandbox.read(repository)).isInstanceOf(UnprovenException.class);
  }

  @Test
  void failsOnAMalformedFileWhereverItIs() throws IOException {
    sandbox.configure(repository, "[broken\n");
    assertThatThrownBy(() -> sandbox.read(repository))
        .isInstanceOf(GitFormatException.class)
        .hasMessageContaining(repository.commonDir().resolve("config").toString());
  }

  @Test
  void parsesTheFilesOfTheUserOnceForAllRepositories() throws IOException {
    sandbox.write("home/.gitconfig", "[include]\npath = i\n");
    sandbox.write("home/i", "[i]\nn = 1\n");
    ConfigFiles files = new ConfigFiles(FileAccess.create(), sandbox.environment());
    ConfigEntry first = files.read(repository).find("i.n");
    assertThat(files.read(sandbox.repository("other")).find("i.n")).isNotNull().isSameAs(first);
  }

  @Test
  void readsTheUserAloneOutsideOfAnyRepository() throws IOException {
    sandbox.write(
        "home/.gitconfig",
        """
        [safe]
        directory = *
        [includeIf "gitdir:/"]
        path = i
        [includeIf "onbranch:**"]
        path = i
        """);
    sandbox.write("home/i", "[i]\nn = 1\n");
    GitConfig config = new ConfigFiles(FileAccess.create(), sandbox.environment()).readUser();
    assertThat(config.get("safe.directory")).isEqualTo("*");
    assertThat(config.contains("i.n")).isFalse();
    assertThat(config.contains("core.bare")).isFalse();
  }

  @Test
  void hasNoFilesWithoutAHome() throws IOException {
    ConfigFiles files = new ConfigFiles(FileAccess.create(), Map.of(), "");
    assertThat(files.readUser()).isEmpty();
  }

  private void assertSameAsGit() throws IOException {
    assertSameAsGit(repository);
  }

  private void assertSameAsGit(RepositoryLayout layout) throws IOException {
    assertSame(sandbox.gitList(layout.path()), () -> sandbox.read(layout));
  }

  private void assertSameAsGitOutsideOfARepository() throws IOException {
    ConfigFiles files = new ConfigFiles(FileAccess.create(), sandbox.environment());
    assertSame(sandbox.gitList(sandbox.root()), files::readUser);
  }

  private static void assertSame(@Nullable List<String> expected, Reading read) throws IOException {
    if (expected == null) {
      assertThatThrownBy(read::call).isInstanceOf(GitFormatException.class);
    } else {
      assertThat(ConfigSandbox.list(read.call())).isEqualTo(expected);
    }
  }

  private interface Reading {
    GitConfig call() throws IOException;
  }
}
