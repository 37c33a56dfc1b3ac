package gitoverit.query;

import gitoverit.report.RepoResult;
import gitoverit.row.RowContext;

/// What an expression is evaluated for.
///
/// @param result the repository
/// @param context what its facts are shown relative to
record Row(RepoResult result, RowContext context) {}
