package gitoverit.schedule;

import java.util.function.Consumer;

/// An event that a thread of a run sends to the thread that called the run.
///
/// @param <F> a finding
/// @param <R> the result of a finding
sealed interface Event<F, R> {

  /// Passes the event to the scheduler.
  ///
  /// @param consumer takes the results
  void deliver(Scheduler<?, F, R> scheduler, Consumer<R> consumer);

  /// The search has found something to analyse.
  record Discovered<F, R>(F finding) implements Event<F, R> {
    @Override
    public void deliver(Scheduler<?, F, R> scheduler, Consumer<R> consumer) {
      scheduler.observeDiscovered(finding);
    }
  }

  /// The search has ended.
  record DiscoveryFinished<F, R>() implements Event<F, R> {
    @Override
    public void deliver(Scheduler<?, F, R> scheduler, Consumer<R> consumer) {
      scheduler.observeEndOfDiscovery();
    }
  }

  /// A finding was analysed.
  record Finished<F, R>(F finding, R result) implements Event<F, R> {
    @Override
    public void deliver(Scheduler<?, F, R> scheduler, Consumer<R> consumer) {
      scheduler.finish(finding, result, consumer);
    }
  }

  /// No event has arrived for a moment.
  record Tick<F, R>() implements Event<F, R> {
    @Override
    public void deliver(Scheduler<?, F, R> scheduler, Consumer<R> consumer) {
      scheduler.observeTime();
    }
  }
}
