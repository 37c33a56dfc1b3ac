/// Parses the content of a commit: its header, and the subject of its message. It reads no files.
/// Read `CommitHeader` first.
package gitoverit.git.commit;
