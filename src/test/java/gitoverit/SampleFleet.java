package gitoverit;

import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/// The repositories of the sample in `README.md`, below `~/projects` of a sandbox.
final class SampleFleet {
  private final GitSandbox sandbox;

  private SampleFleet(GitSandbox sandbox) {
    this.sandbox = sandbox;
  }

  static void create(GitSandbox sandbox) {
    SampleFleet fleet = new SampleFleet(sandbox);
    fleet.api();
    fleet.docs();
    fleet.site();
    fleet.parser();
    fleet.old();
  }

  private void api() {
    Repo api = clone("api", "git@github.com:ada/api.git");
    api.sh("seq 8 70 >a.txt; echo >>b.txt; seq 50 59 >>c.txt; echo todo >notes.txt");
    touch(api, "2026-11-23T14:05");
  }

  private void docs() {
    Repo docs = clone("docs", "https://gitlab.com/ada/docs.git");
    docs.sh(
        """
        git commit -q --allow-empty -m theirs
        git update-ref refs/remotes/origin/main HEAD
        git reset -q --hard HEAD~1
        git commit -q --allow-empty -m ours
        git commit -q --allow-empty -m 'ours too'
        """);
    touch(docs, "2026-11-23T09:12");
  }

  private void site() {
    touch(clone("site", "https://codeberg.org/ada/site.git"), "2026-11-20T17:40");
  }

  private void parser() {
    Repo parser = clone("parser", "https://github.com/example/parser.git");
    parser.sh("git switch -q --detach; { echo one; echo two; seq 3 40; } >a.txt");
    touch(parser, "2026-11-02T08:00");
  }

  private void old() {
    clone("old", "https://github.com/ada/old.git").sh("rm -r .git/objects/??");
  }

  /// Makes a repository that looks like a fresh clone of a URL.
  private Repo clone(String name, String url) {
    Repo repo = sandbox.init("home/projects/" + name);
    repo.sh("for file in a b c; do seq 40 >$file.txt; done");
    repo.commit("start");
    repo.sh(
        """
        git remote add origin %s
        git update-ref refs/remotes/origin/main HEAD
        git config branch.main.remote origin
        git config branch.main.merge refs/heads/main
        """
            .formatted(url));
    return repo;
  }

  /// Sets the modification time of every file of the worktree.
  private static void touch(Repo repo, String localTime) {
    FileTime time =
        FileTime.from(LocalDateTime.parse(localTime).atZone(ZoneId.systemDefault()).toInstant());
    try (Stream<Path> files = Files.list(repo.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
