/// Reads how a repository is laid out and what operation is in progress in it. It reads no objects,
/// refs or index. Read `LayoutReader` first.
package gitoverit.git.repo;
