package gitoverit.remote;

import java.util.concurrent.CancellationException;

/// One piece of work that waits for something outside of this program, such as a git process.
interface RemoteTask {

  /// The lane it belongs to: a host, or [RemoteHost#LOCAL], or a name for work of one kind.
  String lane();

  /// How long it may take before its thread is given up, in milliseconds. It keeps its own, shorter
  /// deadline; this one is for a file system that does not answer.
  long patienceMillis();

  /// Does the work.
  ///
  /// @throws CancellationException if the run is being ended; nothing is to follow
  void run();

  /// Called in place of the end of [#run()] when that did not come in time; what it does later is
  /// to be ignored.
  void abandoned();
}
