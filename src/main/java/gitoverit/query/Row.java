package gitoverit.query;

import gitoverit.render.RenderContext;
import gitoverit.report.RepoResult;

/// What an expression is evaluated for.
///
/// @param result the repository
/// @param context what its facts are shown relative to
record Row(RepoResult result, RenderContext context) {}
