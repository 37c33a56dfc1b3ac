package gitoverit.report;

/// The cost of an answer, in units that do not depend on the clock.
///
/// @param processes git processes started
/// @param entries entries of the index
/// @param stats calls of `stat`
/// @param directoriesListed directories listed
/// @param filesHashed files compared by content
public record Stats(int processes, int entries, int stats, int directoriesListed, int filesHashed) {

  /// Returns the cost of an answer that only git processes contributed to.
  public static Stats ofProcesses(int processes) {
    return new Stats(processes, 0, 0, 0, 0);
  }

  /// Returns the same cost with another number of processes.
  public Stats withProcesses(int count) {
    return new Stats(count, entries, stats, directoriesListed, filesHashed);
  }
}
