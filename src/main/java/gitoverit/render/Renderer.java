package gitoverit.render;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes results in one format. The output depends only on the arguments.
public interface Renderer {

  /// Writes all rows in the given order and flushes. The stream stays open.
  ///
  /// @throws IOException the exception of `out` itself, such as that of a closed pipe
  void render(List<RepoResult> rows, RowContext context, OutputStream out) throws IOException;
}
