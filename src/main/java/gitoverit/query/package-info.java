/// The expressions of `--where`, `--print` and `--check`: a small language of its own, read and
/// type-checked before the search begins. An expression can look at the facts of a row and at
/// nothing else, and ends soon whatever it says. Read `Expression` first.
package gitoverit.query;
