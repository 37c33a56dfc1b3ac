/// Fetches, pulls and pushes, before repositories are analysed. It does not analyse repositories,
/// and its classes are loaded only for runs that work with remotes. Read `RemoteWork` first.
package gitoverit.remote;
