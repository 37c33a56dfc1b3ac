package gitoverit.schedule;

/// What a finding goes through before it is analysed, such as a wait for something far away: it has
/// threads of its own, so that no analysis waits for the preparation of another finding.
///
/// @param <F> a finding
public interface Preparation<F> {

  /// Begins and returns at once. Called for each finding once, and again each time its analysis
  /// asks for it.
  ///
  /// @param ready is to be run exactly once, on any thread, when the finding may be analysed
  void begin(F finding, Runnable ready);
}
