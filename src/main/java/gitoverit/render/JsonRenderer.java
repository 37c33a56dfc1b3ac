package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Renders JSON: an array with one object for each repository, in UTF-8, indented by two spaces,
/// with sorted keys.
///
/// Every object has every key; an unknown value is null. Characters that could harm a terminal are
/// escaped as `\\uXXXX`, which every parser reads as the same text.
public record JsonRenderer() implements Renderer {
  @Override
  public void render(List<RepoResult> rows, RowContext context, OutputStream out)
      throws IOException {
    JsonOutput json = JsonOutput.indented(out);
    json.writeArray(rows, context);
    json.endLine();
  }
}
