/// Every fixture: what the program says is what git says. Read `ConformanceTest` first.
package gitoverit.conformance;
