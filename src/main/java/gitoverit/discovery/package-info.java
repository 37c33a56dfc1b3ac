/// Finds repositories below directories, and emits them while it walks. It does not know how they
/// are used. Read `RepositoryFinder` first.
package gitoverit.discovery;
