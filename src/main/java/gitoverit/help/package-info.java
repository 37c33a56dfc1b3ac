/// Generates the help, the manual page and the completions from the options and the fields of a
/// row. A usual run does not load it. Read `Generated` first.
package gitoverit.help;
