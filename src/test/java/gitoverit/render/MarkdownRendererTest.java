package gitoverit.render;

import static org.assertj.core.api.Assertions.assertThat;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import gitoverit.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownRendererTest {
  private static String markdown(List<Field> columns, List<RepoResult> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MarkdownRenderer(columns, HiddenRows.NONE).render(rows, Rows.CONTEXT, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void showsAnEverydayDirectory() throws IOException {
    Golden.assertMatches("render/everyday.md", markdown(Field.DEFAULT_COLUMNS, Rows.everyday()));
  }

  @Test
  void letsNothingInANameBeMarkdown() throws IOException {
    Golden.assertMatches("render/strange.md", markdown(Field.DEFAULT_COLUMNS, Rows.strange()));
    assertThat(
            markdown(
                List.of(Field.BRANCH, Field.AHEAD),
                List.of(
                    Rows.at("/x").branch("*a*|<b>`[c](d)`", "origin/a").aheadBehind(3, 0).done())))
        .isEqualTo(
            """
            | branch | ahead |
            | --- | ---: |
            | \\*a\\*\\|\\<b\\>\\`\\[c\\](d)\\` | 3 |

            1 repository: 1 clean, 1 ahead
            """);
  }

  @Test
  void saysThatThereIsNothing() throws IOException {
    assertThat(markdown(Field.DEFAULT_COLUMNS, List.of())).isEqualTo("0 repositories\n");
  }
}
