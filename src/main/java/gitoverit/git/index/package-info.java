/// Reads the index (`gitformat-index`): entries as they lie in the file, and the cache tree. It
/// compares nothing and writes nothing. Read `IndexFile` first.
package gitoverit.git.index;
