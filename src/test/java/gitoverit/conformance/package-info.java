/// Compares the program's answers with git's for every fixture. Read `ConformanceTest` first.
package gitoverit.conformance;
