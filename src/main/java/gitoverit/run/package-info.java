/// Runs a search with the analysis of everything it finds. It knows neither the command line nor
/// the output. Read `RepositoryRun` first.
package gitoverit.run;
