package gitoverit.git.commit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.object.ObjectSandbox;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitHeaderTest {
  private static final String TREE = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n";
  private static final String PARENT = "parent 00000000000000000000000000000000000000%02x\n";
  private static final String AUTHOR = "author A <a@b> 1 +0000\n";
  private static final String COMMITTER = "committer C <c@d> 1234567890 +0100\n";

  /// Committer lines that git takes apart in its own way.
  private static final List<String> COMMITTERS =
      List.of(
          COMMITTER,
          "committer C <c@d> 0 +0000\n",
          "committer C <c@d> 00123 +0000\n",
          "committer C <c@d> -5 +0000\n",
          "committer C <c@d> +5 +0000\n",
          "committer C <c@d> 99999999999 +0000\n",
          "committer C <c@d> 9223372036854775807 +0000\n",
          "committer C <c@d> 9223372036854775808 +0000\n",
          "committer C <c@d> 18446744073709551616123 +0000\n",
          "committer C <c@d> 123\n",
          "committer C <c@d> 123 0000\n",
          "committer C <c@d> 123 +\n",
          "committer C <c@d> 123+0000\n",
          "committer C <c@d>123 -0\n",
          "committer C <c@d> \t 123 \t +0000 trailing\n",
          "committer C <c@d> x123 +0000\n",
          "committer C <c@d> 1x23 +0000\n",
          "committer C <c@d>\n",
          "committer C <c@d> \n",
          "committer C <c>d> 77 +0000\n",
          "committer C <c@d> 88 +0000 > 99 +0000\n",
          "committer C <<c@d>> 66 +0000\n",
          "committer C c@d 55 +0000\n",
          "committer C > < 55 +0000\n",
          "committer <> 44 +0000\n",
          "committer  33 +0000\n",
          "committer\n",
          "committers C <c@d> 22 +0000\n",
          COMMITTER + "committer D <d@e> 987654321 +0000\n",
          COMMITTER + "committer D <d@e> bad\n",
          "");

  @TempDir Path directory;

  private static List<String> commits() {
    List<String> commits = new ArrayList<>();
    for (String committer : COMMITTERS) {
      commits.add(TREE + AUTHOR + committer + "\nmessage\n");
    }
    String parents = PARENT.formatted(1) + PARENT.formatted(2);
    String signature = "gpgsig -----BEGIN\n \n " + "x".repeat(5000) + "\n -----END\n";
    commits.add(TREE + parents + AUTHOR + COMMITTER + "encoding latin1\n\n\u00E9\n");
    commits.add(TREE + parents + PARENT.formatted(1) + AUTHOR + AUTHOR + COMMITTER + "\nm\n");
    commits.add(TREE + AUTHOR + PARENT.formatted(3) + COMMITTER + "\nm\n");
    commits.add(TREE + AUTHOR + COMMITTER + signature + "\nm\n");
    commits.add(TREE + AUTHOR + signature + COMMITTER + "\nm\n");
    commits.add(
        TREE + AUTHOR + "mergetag object 1\n type commit\n committer E <> 5 +0\n" + COMMITTER);
    commits.add(TREE + COMMITTER + AUTHOR + "\ncommitter M <m> 4 +0000\n");
    commits.add(TREE + AUTHOR + COMMITTER.strip());
    commits.add(TREE + AUTHOR + "x\0\ncommitter M <m> 4 +0000\n\nm\n");
    commits.add(TREE + "\n" + AUTHOR + COMMITTER);
    commits.add(TREE + "\n");
    StringBuilder octopus = new StringBuilder(TREE);
    for (int i = 0; i < 200; i++) {
      octopus.append(PARENT.formatted(i));
    }
    commits.add(octopus + AUTHOR + COMMITTER + "\n" + "long ".repeat(5000));
    return commits;
  }

  @Test
  void readsOddCommitsAsGitLogShowsThem() throws IOException {
    ObjectSandbox sandbox = new ObjectSandbox(directory);
    Path repository = sandbox.init("odd", "sha1");
    String oids = write(sandbox, repository, commits());
    List<String> shown =
        sandbox
            .git(
                repository,
                oids.getBytes(ISO_8859_1),
                "log",
                "--no-walk=unsorted",
                "--stdin",
                "--format=%H|%T|%P|%ct|")
            .lines()
            .toList();
    assertThat(shown).hasSize(commits().size());
    try (ObjectDatabase objects =
        new ObjectDatabase(FileAccess.create(), repository, ObjectFormat.SHA1, false)) {
      for (String line : shown) {
        String[] git = line.split("\\|", -1);
        CommitHeader header = objects.commit(parse(git[0]));
        String message = sandbox.git(repository, "cat-file", "commit", git[0]);
        assertThat(header.tree()).hasToString(git[1]);
        assertThat(parents(header)).isEqualTo(git[2]);
        assertThat(header.committerSeconds()).as(message).isEqualTo(seconds(git[3]));
      }
    }
  }

  private String write(ObjectSandbox sandbox, Path repository, List<String> commits)
      throws IOException {
    StringBuilder paths = new StringBuilder();
    for (int i = 0; i < commits.size(); i++) {
      Path file = directory.resolve("commit" + i);
      paths.append(Files.write(file, commits.get(i).getBytes(ISO_8859_1))).append('\n');
    }
    byte[] input = paths.toString().getBytes(ISO_8859_1);
    return sandbox.git(
        repository, input, "hash-object", "-w", "-t", "commit", "--literally", "--stdin-paths");
  }

  private static ObjectId parse(String hex) {
    return requireNonNull(ObjectId.parse(hex), hex);
  }

  private static String parents(CommitHeader header) {
    return header.parents().stream().map(ObjectId::toString).collect(Collectors.joining(" "));
  }

  private static long seconds(String shown) {
    BigInteger value = shown.isEmpty() ? BigInteger.ZERO : new BigInteger(shown);
    return value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  @Test
  void refusesWhatIsNoCommit() {
    for (String text :
        List.of("", "tree 4b82\n", TREE.strip() + "x", TREE.replace('4', 'g') + "\n")) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      assertThatThrownBy(() -> CommitHeader.parse(bytes, true, 20, "c"))
          .isInstanceOf(GitFormatException.class);
    }
    byte[] badParent =
        (TREE + PARENT.formatted(1).replace("01\n", "0x\n") + AUTHOR).getBytes(ISO_8859_1);
    assertThatThrownBy(() -> CommitHeader.parse(badParent, true, 20, "c"))
        .isInstanceOf(GitFormatException.class);
  }
}
