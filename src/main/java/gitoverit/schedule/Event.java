package gitoverit.schedule;

/// What the threads of a run tell the one that called for it.
///
/// @param <F> a finding
/// @param <R> what becomes of it
sealed interface Event<F, R> {

  /// The search came upon something.
  record Discovered<F, R>(F finding) implements Event<F, R> {}

  /// The search has ended.
  record DiscoveryFinished<F, R>() implements Event<F, R> {}

  /// A finding was analysed.
  record Finished<F, R>(F finding, R result) implements Event<F, R> {}

  /// Nothing happened for a moment.
  record Tick<F, R>() implements Event<F, R> {}
}
