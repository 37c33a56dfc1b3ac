/// Defines the values that an analysis returns. It has no input, no output and no text for the
/// user. Read `RepoResult` first.
package gitoverit.report;
