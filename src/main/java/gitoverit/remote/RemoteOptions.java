package gitoverit.remote;

/// What the user wants done with the remotes. There is always a fetch first.
///
/// @param pull whether branches are fast-forwarded where that is safe
/// @param push whether branches are pushed where that is safe
/// @param dryRun whether to say only what would be done
/// @param oneByOne whether nothing is done at the same time as anything else
/// @param settings whether the user's settings have a say
public record RemoteOptions(
    boolean pull, boolean push, boolean dryRun, boolean oneByOne, boolean settings) {}
