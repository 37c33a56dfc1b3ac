package gitoverit.schedule;

/// The search that feeds a [Scheduler]. Each step visits one place and emits findings and further
/// places.
///
/// @param <S> a place to visit
/// @param <F> a finding, which is analysed later
public interface Searcher<S, F> {

  /// Visits one place. May be called by several threads at the same time, for different places.
  void visit(S place, Sink<S, F> sink);

  /// Returns the finding that reports a place whose visit did not end in time.
  F abandoned(S place);

  /// Returns the finding that reports a place whose visit threw an exception.
  F failed(S place, Throwable cause);

  /// Takes the findings and the further places of a step.
  ///
  /// @param <S> a place to visit
  /// @param <F> a finding
  interface Sink<S, F> {
    /// Adds a place to visit later; the newest place is visited first.
    void place(S place);

    /// Adds a finding.
    void found(F finding);
  }
}
