/// Decides which paths git ignores. It walks no directory by itself. Read `IgnoreStack` first.
package gitoverit.git.ignore;
