package gitoverit.git.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotesTest {
  @TempDir Path directory;
  private ConfigSandbox sandbox;
  private RepositoryLayout repository;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new ConfigSandbox(directory);
    repository = sandbox.repository("repo");
  }

  @Test
  void rewritesUrlsAsGitDoes() throws IOException {
    sandbox.configure(
        repository,
        """
        [url "B/"]
          pushInsteadOf = x:
        [url "https://example.com/"]
          insteadOf = ex:
          insteadOf = tie:
        [url "https://example.com/deep/"]
          insteadOf = ex:deep/
          insteadOf = tie:
        [url "ssh://push.example.com/"]
          pushInsteadOf = ex:
          pushInsteadOf = https://plain.example.com/
        [remote "plain"]
          url = https://plain.example.com/r
        [remote "short"]
          url = ex:r
        [remote "deep"]
          url = ex:deep/r
        [remote "tie"]
          url = tie:r
        [remote "own"]
          url = ex:r
          pushurl = ex:push
          pushurl = second
        [remote "two"]
          url = first
          url = ex:second
        [remote "Case.d"]
          url =
        """);
    for (String name : remotes().names()) {
      assertSameUrlsAsGit(name);
    }
    assertThat(remotes().named("short"))
        .isEqualTo(new Remote("short", "https://example.com/r", "ssh://push.example.com/r"));
  }

  private void assertSameUrlsAsGit(String name) throws IOException {
    Remote remote = remotes().named(name);
    assertThat(remote.url()).isEqualTo(git("remote", "get-url", name));
    assertThat(remote.pushUrl()).isEqualTo(git("remote", "get-url", "--push", name));
  }

  @Test
  void followsTheRemoteOfTheBranchElseOriginElseTheOnlyOne() throws IOException {
    assertThat(remotes().followedBy("main")).isNull();
    sandbox.configure(repository, "[remote \"up\"]\nurl = u\n");
    assertThat(remotes().followedBy("main")).extracting(Remote::name).isEqualTo("up");
    assertThat(remotes().followedBy(null)).extracting(Remote::name).isEqualTo("up");
    sandbox.configure(repository, "[remote \"more\"]\nurl = m\n");
    assertThat(remotes().followedBy("main")).isNull();
    sandbox.configure(repository, "[remote \"origin\"]\nurl = o\n");
    assertThat(remotes().followedBy("main")).extracting(Remote::name).isEqualTo("origin");
    sandbox.configure(repository, "[branch \"main\"]\nremote = more\n");
    assertThat(remotes().followedBy("main")).extracting(Remote::name).isEqualTo("more");
    assertThat(remotes().followedBy("Main")).extracting(Remote::name).isEqualTo("origin");
    sandbox.configure(repository, "[branch \"main\"]\nremote = .\n");
    assertThat(remotes().followedBy("main")).extracting(Remote::name).isEqualTo("origin");
  }

  @Test
  void takesAnUnknownNameForAUrl() throws IOException {
    sandbox.configure(
        repository,
        """
        [branch "main"]
        remote = ex:r
        [url "https://h/"]
        insteadOf = ex:
        [remote "/x"]
        url = ignored
        """);
    assertThat(remotes().followedBy("main"))
        .isEqualTo(new Remote("ex:r", "https://h/r", "https://h/r"));
    assertThat(remotes().named("/x")).isEqualTo(new Remote("/x", "/x", "/x"));
    assertThat(remotes().names()).isEmpty();
  }

  @Test
  void asksGitForRemotesOfOldAndOtherKinds() throws IOException {
    Files.createDirectory(repository.commonDir().resolve("branches"));
    Files.writeString(repository.commonDir().resolve("branches/old"), "https://h/r\n");
    sandbox.configure(repository, "[branch \"main\"]\nremote = old\n[remote \"hg\"]\nvcs = hg\n");
    assertThatThrownBy(() -> remotes().followedBy("main")).isInstanceOf(UnprovenException.class);
    assertThatThrownBy(() -> remotes().named("hg")).isInstanceOf(UnprovenException.class);
  }

  @Test
  void mapsUpstreamsAsGitDoes() throws IOException {
    sandbox.commit(repository);
    StringBuilder config =
        new StringBuilder(
            """
            [remote "origin"]
              url = o
              fetch = +refs/heads/*:refs/remotes/origin/*
              fetch = refs/tags/v*-rc:refs/rc/*/tag
              fetch = ^refs/heads/secret
            [remote "exact"]
              url = e
              fetch = ^refs/heads/no*
              fetch = refs/heads/no1:refs/kept/no1
              fetch = refs/heads/yes:refs/kept/yes
              fetch = refs/heads/unkept
              fetch = @:refs/kept/head
            [remote "mirror"]
              url = m
              fetch = +refs/*:refs/*
              fetch = ^refs/heads/hidden
            """);
    String[] follows = {
      "origin refs/heads/main", "origin refs/heads/a/b", "origin refs/heads/secret", "origin main",
      "origin refs/tags/v1-rc", "origin refs/tags/v-rc", "origin refs/tags/v1", "exact HEAD",
      "exact refs/heads/no1", "exact refs/heads/yes", "exact refs/heads/unkept",
          "none refs/heads/x",
      "mirror refs/heads/main", "mirror refs/heads/hidden", ". refs/heads/main", ". refs/heads/gone"
    };
    for (int i = 0; i < follows.length; i++) {
      Path heads = repository.commonDir().resolve("refs/heads");
      Files.copy(heads.resolve("main"), heads.resolve("b" + i));
      String lines = follows[i].replace(" ", "\nmerge = ");
      config.append("[branch \"b" + i + "\"]\nremote = " + lines + "\n");
    }
    sandbox.configure(repository, config + "[branch \"b0\"]\nmerge = refs/heads/second\n");
    sandbox.run(repository.path(), "branch", "lonely");
    StringBuilder ours = new StringBuilder();
    for (String branch :
        requireNonNull(git("branch", "--format=%(refname:short)")).lines().toList()) {
      String upstream = remotes().upstreamOf(branch);
      ours.append(branch + " > " + upstream + "\n");
    }
    String gits = git("branch", "--format=%(refname:short) > %(upstream)") + "\n";
    assertThat(ours.toString()).isEqualTo(gits.replace("> \n", "> null\n"));
    assertThat(remotes().upstreamOf("b0")).isEqualTo("refs/remotes/origin/main");
    assertThat(remotes().upstreamOf("b15")).isEqualTo("refs/heads/gone");
  }

  @Test
  void asksGitForALocalUpstreamByItsShortName() throws IOException {
    sandbox.configure(repository, "[branch \"main\"]\nremote = .\nmerge = other\n");
    assertThatThrownBy(() -> remotes().upstreamOf("main")).isInstanceOf(UnprovenException.class);
  }

  @Test
  void acceptsTheRefspecsThatGitAccepts() throws IOException {
    String[] refspecs = {
      "refs/heads/*:refs/remotes/o/*",
      "refs/heads/*",
      "refs/heads/*:x",
      "x:refs/*",
      "^a:b",
      "^",
      "^a",
      "^refs/*",
      "",
      ":",
      "+",
      "a:",
      ":b",
      "a:b:c",
      "@:b",
      "a:@",
      "a..b",
      "a/.b",
      "a.lock",
      "a.lock/b:c",
      "a*b*:c*",
      "/a",
      "a/",
      "a//b",
      "a.",
      "a./b",
      "a b",
      "a~b",
      "a@{b",
      "a:b\\\\c",
      "refs/heads/a*b:c*d",
      "*:*",
      "\u00e9:\u00e9",
      "a[b",
      "+@"
    };
    Path config = repository.commonDir().resolve("config");
    String start =
        Files.readString(config) + "[branch \"main\"]\nremote = o\nmerge = refs/heads/x\n";
    for (String refspec : refspecs) {
      Files.writeString(config, start + "[remote \"o\"]\nurl = u\nfetch = \"" + refspec + "\"\n");
      if (git("remote", "get-url", "o") != null) {
        assertThatCode(() -> remotes().upstreamOf("main")).as(refspec).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> remotes().upstreamOf("main"))
            .as(refspec)
            .isInstanceOf(GitFormatException.class);
      }
    }
  }

  private Remotes remotes() throws IOException {
    return new Remotes(sandbox.read(repository), FileAccess.create(), repository);
  }

  private @Nullable String git(String... arguments) {
    return sandbox.run(repository.path(), arguments).line();
  }
}
