package gitoverit.remote;

import gitoverit.remote.stage.Lane;
import gitoverit.report.RepoReport;

/// A step that was judged safe.
///
/// @param report the state of the repository by which it was judged
/// @param lane the lane of the step
record SafeStep(Step step, RepoReport report, Lane lane) {}
