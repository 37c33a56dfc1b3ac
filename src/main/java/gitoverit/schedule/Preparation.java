package gitoverit.schedule;

/// Work that precedes the analysis of a finding, such as a fetch. It has threads of its own, so
/// that no analysis waits for the preparation of another finding.
///
/// @param <F> a finding
public interface Preparation<F> {

  /// Begins and returns immediately. Called once for each finding, and again each time its analysis
  /// returns null.
  ///
  /// @param ready must be run exactly once, on any thread, when the finding may be analysed
  void begin(F finding, Runnable ready);
}
