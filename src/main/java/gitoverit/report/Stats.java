package gitoverit.report;

/// What the answer cost, in units that do not depend on the clock.
///
/// @param processes git processes started
public record Stats(int processes) {}
