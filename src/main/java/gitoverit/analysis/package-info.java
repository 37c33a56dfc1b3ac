/// Turns the layout of a repository into a result: a report or a failure. It does not know other
/// repositories, threads or output. Read `RepositoryAnalyzer` first.
package gitoverit.analysis;
