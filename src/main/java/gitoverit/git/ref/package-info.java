/// Resolves refs as git does: loose, packed, symbolic, and those of one worktree. It writes none
/// and reads no objects. Read `RefDatabase` first.
package gitoverit.git.ref;
