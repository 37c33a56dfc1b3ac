package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Renders a Markdown table, in the syntax of GitHub, with the summary below it. Each cell contains
/// the longest form of the table's cell, with Markdown syntax escaped.
///
/// @param columns the columns, from left to right
/// @param hidden the rows that only the summary counts
public record MarkdownRenderer(List<Field> columns, HiddenRows hidden) implements Renderer {
  private static final String SPECIAL = "\\`*_[]<>|&~$";

  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder(128 * (rows.size() + 4));
    Cells cells = new Cells(context);
    if (!rows.isEmpty()) {
      appendHeader(text, rows, cells);
    }
    for (RepoResult row : rows) {
      for (Field column : columns) {
        text.append("| ");
        appendEscaped(text, cells.of(column, row).whole().plain());
        text.append(' ');
      }
      text.append("|\n");
    }
    text.append(rows.isEmpty() ? "" : "\n")
        .append(String.join(", ", new RowCounts(rows, context.now()).summary(hidden)))
        .append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Appends the header; columns of numbers are aligned to the right.
  private void appendHeader(StringBuilder text, List<RepoResult> rows, Cells cells) {
    StringBuilder rule = new StringBuilder();
    for (Field column : columns) {
      text.append("| ");
      appendEscaped(text, column.label());
      text.append(' ');
      boolean number = rows.stream().anyMatch(row -> cells.of(column, row).isNumber());
      rule.append(number ? "| ---: " : "| --- ");
    }
    text.append("|\n").append(rule).append("|\n");
  }

  private static void appendEscaped(StringBuilder text, String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      text.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
  }
}
