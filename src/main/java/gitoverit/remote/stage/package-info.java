/// Runs the tasks that wait for remotes, at most so many at a time for one host and in all. It does
/// not know what a task does. Read `RemoteStage` first.
package gitoverit.remote.stage;
