/// Arguments in, exit code out. The only package that sees standard streams, the environment and
/// the exit code. Read `Main` first.
package gitoverit.cli;
