/// Turns the command line and the user's settings into validated options. It starts no work. Read
/// `Flag`, then `OptionParser`.
package gitoverit.option;
