/// Fetches from the remotes of a repository before it is analysed. It decides nothing about the
/// analysis. Read `Fetcher` first.
package gitoverit.sync;
