package gitoverit.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.git.config.GitConfig;
import gitoverit.git.index.IndexFile;
import gitoverit.status.StatRules.Verdict;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatRulesTest {
  @TempDir private Path root;
  private final FileStat stat = new FileStat();
  private IndexFile index = IndexFile.empty();
  private long indexSeconds;

  @BeforeEach
  void makeRepository() throws IOException {
    Repo repo = GitSandbox.in(root).init("repo");
    repo.sh("echo text > file; touch -d '1 hour ago' file; git add file");
    FileAccess files = FileAccess.create();
    index = new StatusSandbox(repo).index();
    assertThat(files.stat(repo.path().resolve("file"), false, stat)).isTrue();
    indexSeconds = stat.mtimeSeconds + 3600;
  }

  private Verdict judge(String config) throws IOException {
    GitConfig settings = GitConfig.parse(config.getBytes(UTF_8), "config");
    return new StatRules(settings, indexSeconds).judge(index, 0, stat);
  }

  private Verdict judge() throws IOException {
    return judge("");
  }

  @Test
  void anUntouchedFileIsClean() throws IOException {
    assertThat(judge()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void anotherSizeIsAModification() throws IOException {
    stat.size++;
    assertThat(judge()).isEqualTo(Verdict.MODIFIED);
  }

  @Test
  void anotherTimeInodeOrOwnerMakesTheContentDecide() throws IOException {
    stat.mtimeSeconds++;
    assertThat(judge()).isEqualTo(Verdict.CONTENT);
    stat.mtimeSeconds--;
    stat.inode++;
    assertThat(judge()).isEqualTo(Verdict.CONTENT);
    assertThat(judge("[core]\ncheckStat = minimal")).isEqualTo(Verdict.CLEAN);
    stat.inode--;
    stat.uid++;
    assertThat(judge()).isEqualTo(Verdict.CONTENT);
  }

  @Test
  void theChangeTimeCountsUnlessItIsNotTrusted() throws IOException {
    stat.ctimeSeconds++;
    assertThat(judge()).isEqualTo(Verdict.CONTENT);
    assertThat(judge("[core]\ntrustCtime = false")).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void fractionsOfASecondAreSuspect() throws IOException {
    stat.mtimeNanos ^= 1;
    assertThat(judge()).isEqualTo(Verdict.SUSPECT);
    assertThat(judge("[core]\ncheckStat = minimal")).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aFileAsYoungAsTheIndexIsRacy() throws IOException {
    indexSeconds = stat.mtimeSeconds;
    assertThat(judge()).isEqualTo(Verdict.CONTENT);
    indexSeconds++;
    assertThat(judge()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void theExecutableBitCountsUnlessItIsNotTrusted() throws IOException {
    stat.mode ^= 0100;
    assertThat(judge()).isEqualTo(Verdict.MODIFIED);
    assertThat(judge("[core]\nfileMode = false")).isEqualTo(Verdict.CLEAN);
    stat.mode ^= 0110;
    assertThat(judge()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aLinkIsAnotherTypeUnlessThereAreNoLinks() throws IOException {
    stat.mode = FileType.SYMBOLIC_LINK | 0777;
    assertThat(judge()).isEqualTo(Verdict.TYPE_CHANGED);
    assertThat(judge("[core]\nsymlinks = false")).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void aSpecialFileIsNotJudged() throws IOException {
    stat.mode = 0010644;
    assertThat(judge()).isEqualTo(Verdict.UNPROVEN);
  }
}
