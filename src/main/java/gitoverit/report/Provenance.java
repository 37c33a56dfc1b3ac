package gitoverit.report;

import gitoverit.report.RepoReport.Engine;
import org.jspecify.annotations.Nullable;

/// Where the facts of a report come from.
///
/// @param engine who answered
/// @param askedGit why git was asked for the whole answer; null when the engine is native, also
///   where git was asked for a single fact
/// @param stats the cost of the answer
public record Provenance(Engine engine, @Nullable String askedGit, Stats stats) {

  /// Facts that this program read itself.
  public static Provenance ofNative(Stats stats) {
    return new Provenance(Engine.NATIVE, null, stats);
  }

  /// Facts that git reported.
  ///
  /// @param reason why git was asked
  public static Provenance ofGit(Stats stats, String reason) {
    return new Provenance(Engine.GIT, reason, stats);
  }
}
