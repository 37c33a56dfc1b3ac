package gitoverit.remote;

import java.util.EnumSet;
import java.util.Set;

/// The work with remotes that the user wants. A fetch always comes first.
///
/// @param modes the modes that differ from a fetch in parallel with the user's settings
public record RemoteOptions(Set<Mode> modes) {

  /// A mode of the work with remotes.
  public enum Mode {
    /// Fast-forward branches where that is safe.
    PULL,
    /// Push branches where that is safe.
    PUSH,
    /// Report what would be done, and do nothing.
    DRY_RUN,
    /// Do one thing at a time.
    ONE_BY_ONE,
    /// Ignore the user's settings.
    NO_SETTINGS
  }

  /// Returns the options of a fetch.
  public static RemoteOptions fetch() {
    return new RemoteOptions(EnumSet.noneOf(Mode.class));
  }

  /// Returns these options with one more mode if `chosen`.
  public RemoteOptions with(Mode mode, boolean chosen) {
    EnumSet<Mode> more = EnumSet.copyOf(modes);
    if (chosen) {
      more.add(mode);
    }
    return new RemoteOptions(more);
  }

  /// Returns whether to fast-forward branches where that is safe.
  public boolean pull() {
    return modes.contains(Mode.PULL);
  }

  /// Returns whether to push branches where that is safe.
  public boolean push() {
    return modes.contains(Mode.PUSH);
  }

  /// Returns whether to report only what would be done.
  public boolean dryRun() {
    return modes.contains(Mode.DRY_RUN);
  }

  /// Returns whether to do one thing at a time.
  public boolean oneByOne() {
    return modes.contains(Mode.ONE_BY_ONE);
  }

  /// Returns whether the user's settings apply.
  public boolean settings() {
    return !modes.contains(Mode.NO_SETTINGS);
  }
}
