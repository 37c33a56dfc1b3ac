/// Turns the layout of a repository into a result: a report or a failure. It knows nothing of other
/// repositories, threads or output. Read `RepositoryAnalyzer` first.
package gitoverit.analysis;
