package gitoverit.query;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;

/// The row for which an expression is evaluated.
///
/// @param result the repository
/// @param context the context in which its fields are shown
record Row(RepoResult result, RowContext context) {}
