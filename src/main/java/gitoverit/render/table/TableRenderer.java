package gitoverit.render.table;

import gitoverit.render.Cell;
import gitoverit.render.Cells;
import gitoverit.render.Links;
import gitoverit.render.Renderer;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import gitoverit.row.RowContext;
import gitoverit.terminal.Style;
import gitoverit.terminal.StyledText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Renders the table: a header, one line per repository, a key to the symbols that occur and a
/// summary. No line is wider than the given width. Start-up counts here: no lambda, no regular
/// expression, no formatter, no JSON.
///
/// @param options the appearance of the table
public record TableRenderer(TableOptions options) implements Renderer {
  private static final int GAP = 2;

  /// The number of characters after which whole lines are written, so that a long table is never in
  /// memory twice.
  private static final int PIECE = 8192;

  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder(PIECE + 1024);
    if (!rows.isEmpty()) {
      writeGrid(text, cells(rows, new Cells(context)), rows, out);
    }
    TableFooter footer = new TableFooter(options, rows, context.now());
    footer.appendKey(text);
    footer.appendSummary(text);
    write(text, out);
    out.flush();
  }

  private static void write(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  /// Returns the header row of cells, and one row for each repository.
  private Cell[][] cells(List<RepoResult> rows, Cells cells) {
    List<Field> columns = options.columns();
    Cell[][] grid = new Cell[rows.size() + 1][columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      grid[0][column] = header(columns.get(column).label());
      for (int row = 0; row < rows.size(); row++) {
        grid[row + 1][column] = cells.of(columns.get(column), rows.get(row));
      }
    }
    return grid;
  }

  /// Returns the forms of a name: the whole, and its first word.
  private static Cell header(String label) {
    int word = label.indexOf('_');
    StyledText whole = StyledText.of(label, Style.BOLD);
    StyledText first = word < 0 ? whole : StyledText.of(label.substring(0, word), Style.BOLD);
    return new Cell(Cell.Cut.END, whole, first);
  }

  /// Writes the lines; the last ones stay in `text`.
  private void writeGrid(StringBuilder text, Cell[][] grid, List<RepoResult> rows, OutputStream out)
      throws IOException {
    int[] widths = widths(grid);
    for (int i = 0; i < grid.length; i++) {
      appendRow(text, grid[i], widths, i == 0 ? null : rows.get(i - 1));
      if (text.length() >= PIECE) {
        write(text, out);
      }
    }
  }

  private int[] widths(Cell[][] grid) {
    int columns = options.columns().size();
    int[] natural = new int[columns];
    int[] typical = new int[columns];
    int[] uncut = new int[columns];
    int[] widths = new int[grid.length - 1];
    for (int column = 0; column < columns; column++) {
      Cell header = grid[0][column];
      uncut[column] = header.uncutWidth();
      for (int row = 0; row < widths.length; row++) {
        Cell cell = grid[row + 1][column];
        widths[row] = cell.width();
        uncut[column] = Math.max(uncut[column], cell.uncutWidth());
      }
      int widest = widest(widths);
      natural[column] = Math.max(header.width(), widest);
      typical[column] = Math.max(header.uncutWidth(), typical(widths, widest));
    }
    return ColumnLayout.fit(
        natural, GAP, options.width(), Concessions.of(options.columns(), typical, uncut));
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int width : widths) {
      widest = Math.max(widest, width);
    }
    return widest;
  }

  /// Returns the width that at most a fifth of the rows exceed. It counts rather than sorts,
  /// because sorting many numbers loads further classes.
  private static int typical(int[] widths, int widest) {
    int[] counts = new int[widest + 1];
    for (int width : widths) {
      counts[width]++;
    }
    int width = 0;
    for (int seen = counts[0]; seen <= (widths.length - 1) * 4 / 5; seen += counts[width]) {
      width++;
    }
    return width;
  }

  /// Appends a row. Spaces are written only before a cell, so that no line ends with one.
  private void appendRow(
      StringBuilder text, Cell[] row, int[] widths, @Nullable RepoResult result) {
    int owed = 0;
    for (int column = 0; column < row.length; column++) {
      if (widths[column] > 0) {
        StyledText cell = row[column].fit(widths[column]);
        int padding = widths[column] - cell.width();
        boolean right = row[column].isNumber();
        text.repeat(' ', right ? owed + padding : owed);
        append(text, cell, options.columns().get(column), result);
        owed = GAP + (right ? 0 : padding);
      }
    }
    text.append('\n');
  }

  private void append(
      StringBuilder text, StyledText cell, Field column, @Nullable RepoResult result) {
    String host = options.linkHost();
    String link = host == null || result == null ? null : Links.of(column, result, host);
    if (link == null) {
      cell.appendTo(text, options.color());
    } else {
      text.append(Links.OPEN).append(link).append(Links.END);
      cell.appendTo(text, options.color());
      text.append(Links.OPEN).append(Links.END);
    }
  }
}
