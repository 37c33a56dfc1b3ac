package gitoverit.git.commit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gitoverit.git.UnprovenException;
import gitoverit.git.object.ObjectSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitSubjectTest {
  private static final String HEADER =
      """
      tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
      author A <a@b> 1 +0000
      committer C <c@d> 1234567890 +0100
      """;

  /// What follows the committer: in ISO 8859-1, in which any bytes can be written.
  private static final List<String> COMMITS =
      List.of(
          "",
          "\n",
          "\nsubject",
          "\nsubject\n",
          "\nsubject\n\nbody\n",
          "\nfirst\nsecond\n  third \t\n\nbody\n",
          "\n\n \t\r\n\n  late  \n\n\nbody",
          "\none\r\ntwo\r\n\r\nbody\r\n",
          "\none\n\u000B\ntwo\n\f\nthree\n",
          "\ntab\tbell\u0007escape\u001B[31m\n",
          "\ncut\0short\n",
          "\n\0nothing\n",
          "\ncaf\u00E9 \u00C3\u00A9 \u00E2\u0082\n",
          "encoding ISO-8859-1\n\ncaf\u00E9 \u0085 \u00FF\n",
          "encoding latin1\n\n\u00E9\n",
          "encoding latin-1\n\n\u00E9\n",
          "encoding ISO8859-1\n\n\u00E9\n",
          "encoding utf8\n\n\u00C3\u00A9\n",
          "encoding UTF-8\n\n\u00C3\u00A9\u00E9\n",
          "encoding latin1\nencoding UTF-8\n\n\u00E9\n",
          "gpgsig -----BEGIN\n \n encoding latin1\n -----END\n\nsigned \u00C3\u00A9\n",
          "encodings latin1\n\n\u00C3\u00A9\n",
          "\nencoding latin1\n\n\u00E9\n",
          "\n" + "long ".repeat(5000) + "\n" + "longer ".repeat(5000));

  @TempDir Path directory;

  @Test
  void readsOddMessagesAsGitLogShowsThem() throws IOException {
    ObjectSandbox sandbox = new ObjectSandbox(directory);
    Path repository = sandbox.init("odd", "sha1");
    for (String rest : COMMITS) {
      byte[] commit = (HEADER + rest).getBytes(ISO_8859_1);
      assertThat(CommitSubject.of(commit)).as(rest).isEqualTo(shown(sandbox, repository, commit));
    }
  }

  private String shown(ObjectSandbox sandbox, Path repository, byte[] commit) throws IOException {
    String file = Files.write(directory.resolve("commit"), commit).toString();
    String oid = sandbox.git(repository, "hash-object", "-w", "-t", "commit", "--literally", file);
    byte[] nothing = new byte[0];
    String line =
        sandbox.git(repository, nothing, "log", "-1", "--encoding=UTF-8", "--format=%s", oid);
    assertThat(line).endsWith("\n");
    return new String(line.substring(0, line.length() - 1).getBytes(ISO_8859_1), UTF_8);
  }

  @Test
  void leavesNulsInTheHeaderToGit() {
    byte[] commit = (HEADER + "x\0\n\nhidden\n").getBytes(ISO_8859_1);
    assertThatThrownBy(() -> CommitSubject.of(commit)).isInstanceOf(UnprovenException.class);
  }

  @Test
  void leavesOtherEncodingsToGit() {
    for (String encoding : List.of("CP1251", "UTF-16", "ISO-2022-JP", "nonsense", "")) {
      byte[] commit = (HEADER + "encoding " + encoding + "\n\nm\n").getBytes(ISO_8859_1);
      assertThatThrownBy(() -> CommitSubject.of(commit)).isInstanceOf(UnprovenException.class);
    }
  }
}
