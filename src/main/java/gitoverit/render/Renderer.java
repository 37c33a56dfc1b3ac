package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes results in one format. The output depends on nothing but the arguments.
public interface Renderer {

  /// Writes all rows in the order given, and flushes; the stream stays open.
  ///
  /// @throws IOException the exception of `out` itself, such as that of a closed pipe
  void render(List<RepoResult> rows, RowContext context, OutputStream out) throws IOException;
}
