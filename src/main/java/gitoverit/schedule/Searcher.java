package gitoverit.schedule;

/// The search that feeds a [Scheduler]: one step looks at one place, which leads to findings and to
/// further places.
///
/// @param <S> a place to look at
/// @param <F> a finding, which is to be analysed
public interface Searcher<S, F> {

  /// Looks at one place. May be called by several threads at once, for different places.
  void visit(S place, Sink<S, F> sink);

  /// Returns the finding that stands for a place which could not be looked at in time.
  F abandoned(S place);

  /// Takes what a step comes upon.
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
