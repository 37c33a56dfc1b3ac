/// Walks history to tell how far two commits are apart, with the help of a commit-graph file where
/// there is one. Lists no commits and finds no merge bases. Read `CommitWalk` first.
package gitoverit.git.graph;
