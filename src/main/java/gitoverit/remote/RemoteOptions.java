package gitoverit.remote;

/// The work with remotes that the user wants. A fetch always comes first.
///
/// @param pull whether to fast-forward branches where that is safe
/// @param push whether to push branches where that is safe
/// @param dryRun whether to report only what would be done
/// @param oneByOne whether to do one thing at a time
/// @param settings whether the user's settings apply
public record RemoteOptions(
    boolean pull, boolean push, boolean dryRun, boolean oneByOne, boolean settings) {}
