package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.Failure;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import gitoverit.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRendererTest {
  @Test
  void writesAllKeys() throws IOException {
    Golden.assertMatches("render/everyday.csv", csv(Rows.everyday(), Field.keys()));
    Golden.assertMatches("render/strange.csv", csv(Rows.strange(), Field.keys()));
  }

  @Test
  void writesTheColumnsAskedFor() throws IOException {
    RepoResult row =
        Rows.at("/home/ada/src/demo")
            .urls("https://github.com/o/r", "git@github.com:o/r")
            .branch("a,b", null)
            .done();
    RepoResult failed = Rows.failed("/home/ada/src/x", Failure.Kind.GIT_FAILED, "fatal: bad \"x\"");
    List<Field> columns =
        List.of(Field.DIR, Field.BRANCH_REMOTE, Field.URL, Field.MTIME, Field.ERROR);
    assertThat(csv(List.of(row, failed), columns))
        .isEqualTo(
            """
            dir,branch_remote,url,mtime,error
            demo,"a,b:-","o/r
            ssh+o/r",1795439100.25,
            x,,,,"git-failed: fatal: bad ""x""\"
            """);
  }

  @Test
  void writesTheHeaderEvenIfNothingWasFound() throws IOException {
    assertThat(csv(List.of(), List.of(Field.PATH))).isEqualTo("path\n");
  }

  private static String csv(List<RepoResult> rows, List<Field> columns) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvRenderer(columns).render(rows, Rows.CONTEXT, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
