/// Finds repositories below directories, and emits them while it walks. It knows nothing of what is
/// done with them. Read `RepositoryFinder` first.
package gitoverit.discovery;
