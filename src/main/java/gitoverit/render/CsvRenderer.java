package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.FieldText;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// CSV as in RFC 4180, with a header of field names, in UTF-8.
///
/// Lines end with a line feed alone, which line-based tools expect and spreadsheets accept. An
/// unknown value is an empty cell, operations are joined by spaces, and an error is `kind:
/// message`. Cells that begin with `=`, `+`, `-` or `@` are not escaped, because programs must read
/// the exact value and `-` is an ordinary one. If names are not trusted, import the file into a
/// spreadsheet as text.
///
/// @param columns the fields, from left to right
public record CsvRenderer(List<Field> columns) implements Renderer {
  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder(256 * (rows.size() + 1));
    for (int i = 0; i < columns.size(); i++) {
      append(text, i, columns.get(i).label());
    }
    text.append('\n');
    for (RepoResult row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        append(text, i, FieldText.of(columns.get(i).value(row, context)));
      }
      text.append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void append(StringBuilder line, int column, String cell) {
    if (column > 0) {
      line.append(',');
    }
    if (needsQuotes(cell)) {
      line.append('"').append(cell.replace("\"", "\"\"")).append('"');
    } else {
      line.append(cell);
    }
  }

  private static boolean needsQuotes(String cell) {
    return cell.indexOf(',') >= 0
        || cell.indexOf('"') >= 0
        || cell.indexOf('\n') >= 0
        || cell.indexOf('\r') >= 0;
  }
}
