package gitoverit.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Renders pages that tests open in a browser.
final class HtmlPages {
  private HtmlPages() {}

  static String of(List<Field> columns, List<RepoResult> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlRenderer(columns, HiddenRows.NONE).render(rows, Rows.CONTEXT, out);
    return out.toString(UTF_8);
  }

  /// Returns the page of a typical directory, with a column of numbers.
  static String everyday() throws IOException {
    List<Field> columns = new ArrayList<>(Field.DEFAULT_COLUMNS);
    columns.add(Field.AHEAD);
    return of(columns, Rows.everyday());
  }
}
