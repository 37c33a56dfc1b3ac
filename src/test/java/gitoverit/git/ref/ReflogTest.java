package gitoverit.git.ref;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.git.ObjectFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReflogTest {
  private static final String OID = "0123456789abcdefABCDEF0123456789abcdef01";
  private static final String OIDS = OID + " " + OID + " ";
  private static final String LINE = OIDS + "A <a@b> 1700000000 +0100\tWIP\n";

  @TempDir Path directory;
  private RefSandbox sandbox;

  @BeforeEach
  void makeRepository() throws IOException {
    sandbox = new RefSandbox(directory);
  }

  @Test
  void countsTheEntriesThatGitCounts() throws IOException {
    for (String log :
        List.of(
            "",
            "\n",
            LINE,
            LINE + LINE,
            LINE.strip(),
            LINE + LINE.strip(),
            "\n" + LINE + "\n" + LINE,
            LINE.replace("\n", "\r\n"),
            LINE.replace("\tWIP", ""),
            LINE.replace("\tWIP", "WIP"),
            LINE.replace("+0100", "0100"),
            LINE.replace("+0100", "-010"),
            LINE.replace("+0100", "-01000"),
            LINE.replace("1700000000", "0"),
            LINE.replace("1700000000", "-0"),
            LINE.replace("1700000000", "-7"),
            LINE.replace("1700000000", "+7"),
            LINE.replace("1700000000", "x"),
            LINE.replace("1700000000", ""),
            LINE.replace("1700000000", " \t\u000b\f\r7"),
            LINE.replace("1700000000", "99999999999999999999999"),
            LINE.replace("1700000000", "0x10"),
            LINE.replace("> ", ">"),
            LINE.replace("> ", ">  "),
            LINE.replace("A <a@b> ", "> "),
            LINE.replace("A <a@b> ", "a>b> "),
            LINE.replace(">", ""),
            LINE.replace("A", "\0"),
            LINE.replace("WIP", "\0"),
            OIDS + "\n",
            OID + "\n",
            OIDS + ">\n",
            OIDS + "> \n",
            OIDS.substring(1) + "A <a@b> 1700000000 +0100\tWIP\n",
            OIDS.replace(' ', '\t') + "A <a@b> 1700000000 +0100\tWIP\n")) {
      assertSameCountAsGit(log);
    }
  }

  @Test
  void countsTheEntriesThatGitCountsInDamagedLogs() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 8; i++) {
      byte[] log = LINE.repeat(30).getBytes(ISO_8859_1);
      for (int damages = 0; damages < 30; damages++) {
        log[random.nextInt(log.length)] = (byte) " \n\t>+0xZ\0".charAt(random.nextInt(9));
      }
      assertSameCountAsGit(new String(log, ISO_8859_1));
    }
  }

  private void assertSameCountAsGit(String log) throws IOException {
    byte[] bytes = log.getBytes(ISO_8859_1);
    sandbox.write("logs/refs/stash", bytes);
    String count = sandbox.status().getOrDefault("stash", "0");
    assertThat(Reflog.count(bytes, ObjectFormat.SHA1)).as(log).isEqualTo(Integer.parseInt(count));
  }

  @Test
  void countsStashesOfAllWorktreesInTheCommonDirectory() throws IOException {
    Path linked = directory.toRealPath().resolve("linked");
    sandbox.git("worktree", "add", "-q", linked.toString());
    sandbox.git("stash", "store", "-m", "one", "HEAD");
    sandbox.gitIn(linked, "", "stash", "store", "-m", "two", "HEAD~");
    assertThat(sandbox.status(linked)).containsEntry("stash", "2");
    assertThat(Reflog.count(sandbox.read("logs/refs/stash"), ObjectFormat.SHA1)).isEqualTo(2);
    sandbox.git("update-ref", "--no-deref", "refs/stash", "HEAD");
    sandbox.git("pack-refs", "--all");
    assertThat(sandbox.status()).containsEntry("stash", "3");
    assertThat(Reflog.count(sandbox.read("logs/refs/stash"), ObjectFormat.SHA1)).isEqualTo(3);
  }
}
