/// Keeps the journal of moved refs, the only file that this program writes, and moves branches back
/// with it. It does not decide which refs move. Read `Journal` first.
package gitoverit.remote.journal;
