package gitoverit.run;

import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.option.Options;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;

/// Decides which results are shown. Failed ones always are.
///
/// @param options the options of the user
public record RowFilter(Options options) {

  public boolean shows(RepoResult result) {
    return result.failed()
        || (result instanceof RepoResult.Analyzed(RepoReport report)
            && showsKind(report.layout().kind())
            && !(options.rows().dirtyOnly() && Boolean.FALSE.equals(report.dirty())));
  }

  private boolean showsKind(Kind kind) {
    return kind != Kind.BARE || options.search().bare();
  }
}
