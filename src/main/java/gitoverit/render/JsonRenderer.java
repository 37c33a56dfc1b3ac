package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// JSON: one array with an object per repository, indented by two spaces, keys sorted, UTF-8.
///
/// Every key is always there; what is unknown is null. Characters that could harm a terminal are
/// escaped as `\\uXXXX`, which is the same text to every reader.
public record JsonRenderer() implements Renderer {
  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    JsonOutput json = JsonOutput.indented(out);
    json.writeArray(rows, context);
    json.endLine();
  }
}
