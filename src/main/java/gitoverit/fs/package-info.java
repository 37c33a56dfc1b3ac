/// The only package that touches the file system. Names are bytes; nothing here writes. Read
/// `FileAccess` first.
package gitoverit.fs;
