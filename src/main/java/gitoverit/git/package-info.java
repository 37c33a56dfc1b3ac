/// Values of git's vocabulary, without input or output. Their names are those of git's glossary.
/// Read `RepositoryLayout` first.
package gitoverit.git;
