package gitoverit.render;

import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.FieldText;
import gitoverit.row.FieldValue;
import gitoverit.row.RowContext;
import gitoverit.row.Timestamps;
import gitoverit.terminal.StyledText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Renders a page with a table that can be sorted and filtered. The page is a single file that
/// loads nothing from disk or network; its policy forbids that. All text is escaped. Should markup
/// get past the escaping, the policy stops it from running: only the page's own script may run.
///
/// @param columns the columns, from left to right
/// @param hidden the rows that only the summary counts
public record HtmlRenderer(List<Field> columns, HiddenRows hidden) implements Renderer {
  private static final String FORM =
      """
      <form role="search">
      <input type="search" id="filter" placeholder="Filter" aria-label="Filter" autocomplete="off">
      <label><input type="checkbox" id="changed"> hide clean</label>
      <span id="shown" role="status"></span>
      </form>
      """;

  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    String script = resource("report.js");
    StringBuilder page = new StringBuilder(512 * (rows.size() + 20));
    appendHead(page, rows, context, script);
    if (!rows.isEmpty()) {
      page.append(FORM).append("<div class=\"scroll\">\n<table>\n");
      appendHeader(page);
      appendBody(page, rows, context);
      page.append("</table>\n</div>\n");
    }
    page.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void appendHead(
      StringBuilder page, List<RepoResult> rows, RowContext context, String script)
      throws IOException {
    String style = resource("report.css");
    String summary = String.join(", ", new RowCounts(rows, context.now()).summary(hidden));
    String time = Timestamps.forms(context.now().getEpochSecond(), context.zone().get(), 0)[0];
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-%s'; script-src 'sha256-%s'">
        <meta name="referrer" content="no-referrer">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <style>%s</style>
        </head>
        <body>
        <h1>Repositories</h1>
        <p>%s · %s</p>
        """
            .formatted(hash(style), hash(script), summary, style, summary, time));
  }

  private void appendHeader(StringBuilder page) {
    page.append("<thead><tr>");
    for (Field column : columns) {
      page.append("<th scope=\"col\"><button type=\"button\">").append(column.label());
      page.append("</button></th>");
    }
    page.append("</tr></thead>\n");
  }

  private void appendBody(StringBuilder page, List<RepoResult> rows, RowContext context) {
    Cells cells = new Cells(context);
    page.append("<tbody>\n");
    for (RepoResult row : rows) {
      page.append("<tr data-state=\"").append(state(row)).append("\">");
      for (Field column : columns) {
        appendCell(page, cells.of(column, row), column, row, context);
      }
      page.append("</tr>\n");
    }
    page.append("</tbody>\n");
  }

  private static String state(RepoResult row) {
    if (row.failed()) {
      return "failed";
    }
    boolean quiet =
        row instanceof RepoResult.Analyzed(RepoReport report)
            && Boolean.FALSE.equals(report.dirty())
            && report.head().ahead() + report.head().behind() == 0;
    return quiet ? "clean" : "changed";
  }

  private static void appendCell(
      StringBuilder page, Cell cell, Field column, RepoResult row, RowContext context) {
    page.append(cell.isNumber() ? "<td class=\"number\"" : "<td");
    FieldValue value = column.value(row, context);
    if (value != null) {
      page.append(" data-value=\"");
      appendEscaped(page, FieldText.of(value));
      page.append('"');
    }
    page.append('>');
    String link = Links.of(column, row, "");
    if (link != null) {
      page.append("<a href=\"");
      appendEscaped(page, link);
      page.append("\">");
    }
    appendStyled(page, cell.whole());
    page.append(link == null ? "</td>" : "</a></td>");
  }

  private static void appendStyled(StringBuilder page, StyledText text) {
    for (int i = 0; i < text.parts(); i++) {
      String style = text.style(i).name().toLowerCase(Locale.ROOT);
      boolean plain = style.equals("plain");
      page.append(plain ? "" : "<span class=\"" + style + "\">");
      appendEscaped(page, text.part(i));
      page.append(plain ? "" : "</span>");
    }
  }

  private static void appendEscaped(StringBuilder page, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Returns the hash that allows a script or style in the policy of the page.
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
