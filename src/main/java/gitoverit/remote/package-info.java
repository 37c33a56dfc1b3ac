/// Deals with the remotes of repositories, beside their analysis: what is fetched, and how much at
/// once. It decides nothing about the analysis and is loaded only when asked for. Read `RemoteSync`
/// first.
package gitoverit.remote;
