/// Runs the tasks that wait for remotes, with a limit for each host and a limit in total. It does
/// not know what a task does. Read `RemoteStage` first.
package gitoverit.remote.stage;
