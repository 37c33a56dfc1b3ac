/// Runs the program as a process: arguments in, exit code out. Only this package uses the standard
/// streams, the environment and the exit code. Read `Main` first.
package gitoverit.cli;
