package gitoverit.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.fs.FileAccess;
import gitoverit.git.UnprovenException;
import gitoverit.testing.GitSandbox;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttributesTest {
  @TempDir private Path root;
  private Repo repo;

  @BeforeEach
  void makeRepository() {
    repo = GitSandbox.in(root).init("repo");
    repo.sh("git commit -q --allow-empty -m one; git read-tree HEAD");
  }

  private Attributes attributes() throws IOException {
    StatusSandbox sandbox = new StatusSandbox(repo);
    Map<String, String> environment = repo.sandbox().environment();
    return new Attributes(
        FileAccess.portable(), sandbox.repository(), sandbox.index(), environment);
  }

  private boolean mayConvert(String path, String content) throws IOException {
    try {
      attributes().requireUnconverted(path.getBytes(UTF_8), content.getBytes(UTF_8));
      return false;
    } catch (UnprovenException _) {
      return true;
    }
  }

  private boolean mayCompareOtherwise(String path) throws IOException {
    try {
      attributes().requireOrdinaryDiff(path.getBytes(UTF_8));
      return false;
    } catch (UnprovenException _) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a text,false",
    "a unrelated,false",
    "a filter=lfs,false",
    "a ident,true",
    "a working-tree-encoding=x,true"
  })
  void anyAttributeFileMayConvertLineEndsAndSomeWordsMore(String line, boolean more)
      throws IOException {
    assertThat(mayConvert("a", "x\r\n")).isFalse();
    repo.write(".gitattributes", line + "\n");
    assertThat(mayConvert("a", "x\r\n")).isTrue();
    assertThat(mayConvert("a", "x\n")).isEqualTo(more);
  }

  @Test
  void aFilterNeedsADriver() throws IOException {
    repo.write(".gitattributes", "a filter=lfs\n");
    assertThat(mayConvert("a", "x\n")).isFalse();
    repo.git("config", "filter.lfs.clean", "cat");
    assertThat(mayConvert("a", "x\n")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "input,true", "false,false", "FALSE,false"})
  void autocrlfConvertsLineEndsWithoutAnyAttribute(String value, boolean converts)
      throws IOException {
    repo.git("config", "core.autocrlf", value);
    assertThat(mayConvert("a", "x\r\n")).isEqualTo(converts);
    assertThat(mayConvert("a", "x\n")).isFalse();
  }

  @Test
  void aFileAppliesToItsDirectoryAndBelow() throws IOException {
    repo.write("d/.gitattributes", "* -diff\n").write("d/e/f", "").write("x/f", "");
    assertThat(mayCompareOtherwise("d/f")).isTrue();
    assertThat(mayCompareOtherwise("d/e/f")).isTrue();
    assertThat(mayCompareOtherwise("x/f")).isFalse();
    assertThat(mayCompareOtherwise("f")).isFalse();
  }

  @Test
  void theFilesOfRepositoryAndUserApplyEverywhere() throws IOException {
    repo.write(".git/info/attributes", "*.png binary\n");
    assertThat(mayCompareOtherwise("a/b")).isTrue();
    repo.sh("rm .git/info/attributes; echo '* diff=x' > ../mine");
    assertThat(mayCompareOtherwise("a/b")).isFalse();
    repo.git("config", "core.attributesFile", root.resolve("mine").toString());
    assertThat(mayCompareOtherwise("a/b")).isTrue();
  }

  @Test
  void aFileThatOnlyTheIndexHasIsNotJudgedHere() throws IOException {
    repo.sh("echo '* text' > .gitattributes; git add .; rm .gitattributes");
    assertThat(mayConvert("a", "x\n")).isTrue();
  }
}
