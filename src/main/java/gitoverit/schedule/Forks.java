package gitoverit.schedule;

/// Lets an analysis hand parts of itself to free threads.
public interface Forks {
  /// Runs each part on the thread of the analysis.
  Forks NONE =
      new Forks() {
        @Override
        public boolean wanted() {
          return false;
        }

        @Override
        public void fork(Runnable part) {
          part.run();
        }

        @Override
        public void join() {}
      };

  /// Returns whether a free thread would take a part.
  boolean wanted();

  /// Hands over a part.
  void fork(Runnable part);

  /// Waits until all parts are done, and runs some of them meanwhile. Throws the unchecked
  /// exception or Error that a part has thrown.
  void join();
}
