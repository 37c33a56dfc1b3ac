package gitoverit.schedule;

import java.nio.file.Path;

/// The work that a [Scheduler] does for each finding; a function that shares nothing, so that any
/// thread may run it.
///
/// @param <F> a finding
/// @param <R> what becomes of it
public interface Analysis<F, R> {

  /// Analyses one finding. Never throws: a failure is a result.
  R analyze(F finding);

  /// Returns the result of a finding whose analysis did not end in time.
  R abandoned(F finding);

  /// Returns whether a result is a failure, for the progress.
  boolean isFailure(R result);

  /// Returns the directory that a finding is about.
  Path pathOf(F finding);

  /// How long one finding may take before its thread is given up, in milliseconds. The analysis
  /// keeps its own, shorter deadlines; this one is for a file system that does not answer.
  long patienceMillis();
}
