/// Reads the index (`gitformat-index`): the entries in place, and the cache tree. It compares
/// nothing and writes nothing. Read `IndexFile` first.
package gitoverit.git.index;
