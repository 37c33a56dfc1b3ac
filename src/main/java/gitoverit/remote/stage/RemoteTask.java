package gitoverit.remote.stage;

import java.util.concurrent.CancellationException;

/// A piece of work that waits for something outside this program, such as a git process.
public interface RemoteTask {

  /// Returns the lane in which it waits for its turn.
  Lane lane();

  /// Returns the milliseconds after which its thread is abandoned. The task has a shorter deadline
  /// of its own; this one is for a file system that does not answer.
  long patienceMillis();

  /// Does the work.
  ///
  /// @throws CancellationException if the program is ending; nothing may follow
  void run();

  /// Ends the task when [#run()] has not returned in time. The task then ignores all later effects
  /// of `run`.
  void abandoned();
}
