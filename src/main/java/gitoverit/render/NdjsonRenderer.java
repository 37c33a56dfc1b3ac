package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Renders NDJSON: the objects of [JsonRenderer], one per line.
public record NdjsonRenderer() implements Renderer {
  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    for (RepoResult row : rows) {
      write(row, context, out);
    }
  }

  /// Writes one row and flushes, so that the reader gets it immediately.
  ///
  /// @throws IOException the exception of `out` itself
  public void write(RepoResult row, RowContext context, OutputStream out) throws IOException {
    JsonOutput json = JsonOutput.compact(out);
    json.writeObject(row, context);
    json.endLine();
  }
}
