/// Runs git as a process, within a deadline, and ends it with all processes that it has started. It
/// does not interpret the output. Read `GitCommand` first.
package gitoverit.git.command;
