/// The values that an analysis ends in. No input or output and no text for people. Read
/// `RepoResult` first.
package gitoverit.report;
