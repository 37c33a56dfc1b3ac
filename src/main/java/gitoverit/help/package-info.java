/// Writes the help, the manual page and the completions from the options and the fields of a row. A
/// usual run loads none of it. Read `Generated` first.
package gitoverit.help;
