package gitoverit.report;

import gitoverit.report.RepoReport.Engine;
import org.jspecify.annotations.Nullable;

/// The origin of the facts of a report.
///
/// @param engine the engine that answered
/// @param askedGit the reason why git was asked for the whole answer; null when the engine is
///   native, even if git was asked for a single fact
/// @param stats the cost of the answer
public record Provenance(Engine engine, @Nullable String askedGit, Stats stats) {

  /// Returns the origin of facts that this program has read itself.
  public static Provenance ofNative(Stats stats) {
    return new Provenance(Engine.NATIVE, null, stats);
  }

  /// Returns the origin of facts that git has reported.
  ///
  /// @param reason the reason why git was asked
  public static Provenance ofGit(Stats stats, String reason) {
    return new Provenance(Engine.GIT, reason, stats);
  }
}
