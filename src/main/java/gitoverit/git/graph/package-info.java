/// Walks history to count the commits by which two commits differ, with the help of the
/// commit-graph file if there is one. It lists no commits and finds no merge bases. Read
/// `CommitWalk` first.
package gitoverit.git.graph;
