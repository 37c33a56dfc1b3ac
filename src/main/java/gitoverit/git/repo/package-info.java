/// Reads the layout of a repository and the operations in progress in it. It reads no objects, refs
/// or index. Read `LayoutReader` first.
package gitoverit.git.repo;
