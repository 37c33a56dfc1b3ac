package gitoverit.schedule;

/// The search that feeds a [Scheduler]. A step looks at one place, which leads to findings and to
/// further places.
///
/// @param <S> a place to look at
/// @param <F> a finding, which is analysed later
public interface Searcher<S, F> {

  /// Looks at one place. May be called by several threads at once, for different places.
  void visit(S place, Sink<S, F> sink);

  /// Returns the finding that reports a place whose visit did not end in time.
  F abandoned(S place);

  /// Returns the finding that reports a place whose visit threw an exception.
  F failed(S place, Throwable cause);

  /// Takes the findings and the further places of a step.
  ///
  /// @param <S> a place to look at
  /// @param <F> a finding
  interface Sink<S, F> {
    /// A place to look at later, the last one given first.
    void place(S place);

    /// A finding.
    void found(F finding);
  }
}
