/// The expressions of `--where`, `--print` and `--check`: a small language, parsed and type-checked
/// before the search begins. An expression reads only the fields of a row, and its evaluation
/// always ends soon. Read `Expression` first.
package gitoverit.query;
