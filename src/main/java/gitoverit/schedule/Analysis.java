package gitoverit.schedule;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Analyses the findings of a [Scheduler]. It shares no state, so any thread may run it.
///
/// @param <S> a place to visit
/// @param <F> a finding
/// @param <R> the result of a finding
public interface Analysis<S, F, R> {

  /// Analyses one finding. A failure is a result. Returns null when the finding needs its
  /// [Preparation] again before another analysis.
  ///
  /// @param sink takes the places and the findings that the analysis adds to the search
  /// @param forks gives parts of the work to free threads
  @Nullable R analyze(F finding, Searcher.Sink<S, F> sink, Forks forks);

  /// Returns the result of a finding whose analysis did not end in time.
  R abandoned(F finding);

  /// Returns the result of a finding whose analysis threw an exception.
  R failed(F finding, Throwable cause);

  /// Returns whether a result is a failure, for the progress.
  boolean isFailure(R result);

  /// Returns the directory of a finding.
  Path pathOf(F finding);

  /// Returns the milliseconds that one finding may take before its thread is abandoned. The
  /// analysis has shorter deadlines of its own; this one is for a file system that does not answer.
  long patienceMillis();
}
