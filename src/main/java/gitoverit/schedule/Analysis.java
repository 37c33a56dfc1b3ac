package gitoverit.schedule;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The work that a [Scheduler] does for each finding; a function that shares nothing, so that any
/// thread may run it.
///
/// @param <S> a place to look at
/// @param <F> a finding
/// @param <R> what becomes of it
public interface Analysis<S, F, R> {

  /// Analyses one finding. Never throws: a failure is a result. Null when the finding has to be
  /// prepared further ([Preparation]) and then analysed again.
  ///
  /// @param sink takes what the analysis comes upon that is for the search
  /// @param forks gives parts of the work to threads that have nothing to do
  @Nullable R analyze(F finding, Searcher.Sink<S, F> sink, Forks forks);

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
