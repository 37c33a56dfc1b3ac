package gitoverit.schedule;

/// Lets one piece of work hand parts of itself to threads that have nothing to do.
public interface Forks {
  /// Runs everything on the thread that asks.
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

  /// Returns whether a thread has nothing to do and would take a part.
  boolean wanted();

  /// Hands over a part, which must not throw.
  void fork(Runnable part);

  /// Returns when all parts handed over are done, and does some of them meanwhile.
  void join();
}
