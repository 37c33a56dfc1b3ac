/// Parses, checks and evaluates the expressions of `--where`, `--print` and `--check`. An
/// expression is type-checked before the search begins; it reads only the fields of a row, and its
/// evaluation always ends soon. Read `Expression` first.
package gitoverit.query;
