package gitoverit.report;

/// How a branch compares with its upstream.
///
/// @param upstream short name of the upstream as git prints it
/// @param gone whether the upstream is configured and its ref is missing
/// @param ahead commits that only the branch has; 0 when the upstream is gone
/// @param behind commits that only the upstream has; 0 when the upstream is gone
public record Tracking(String upstream, boolean gone, int ahead, int behind) {}
