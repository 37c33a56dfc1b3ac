/// Fetches, pulls and pushes, before repositories are analysed. It does not analyse, and it is
/// loaded only for runs that work with remotes. Read `RemoteWork` first.
package gitoverit.remote;
