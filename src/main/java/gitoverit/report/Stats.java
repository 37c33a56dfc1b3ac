package gitoverit.report;

/// What the answer cost, in units that do not depend on the clock.
///
/// @param processes git processes started
/// @param entries entries of the index
/// @param stats files asked about with `stat`
/// @param directoriesListed directories listed
/// @param filesHashed files compared by content
public record Stats(int processes, int entries, int stats, int directoriesListed, int filesHashed) {

  /// Returns what an answer of git's cost, which only counts its processes.
  public static Stats ofProcesses(int processes) {
    return new Stats(processes, 0, 0, 0, 0);
  }
}
