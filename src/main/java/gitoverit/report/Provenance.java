package gitoverit.report;

import gitoverit.report.RepoReport.Engine;

/// Where the facts of a report come from.
///
/// @param engine who answered
/// @param stats the cost of the answer
public record Provenance(Engine engine, Stats stats) {

  /// Facts that this program read itself.
  public static Provenance ofNative(Stats stats) {
    return new Provenance(Engine.NATIVE, stats);
  }

  /// Facts that git reported.
  public static Provenance ofGit(Stats stats) {
    return new Provenance(Engine.GIT, stats);
  }
}
