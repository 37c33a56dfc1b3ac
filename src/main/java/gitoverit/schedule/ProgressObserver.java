package gitoverit.schedule;

import java.nio.file.Path;

/// Receives the progress of a run. It has no influence on the run.
///
/// All calls come from one thread, in this order: `discovering` for each repository found, once
/// `collectingStarted`, then `finished`; `done` and `error` may come at any time before `finished`.
public interface ProgressObserver {
  /// An observer that does nothing.
  ProgressObserver SILENT =
      new ProgressObserver() {
        @Override
        public void discovering(Path repository, int found) {}

        @Override
        public void collectingStarted(int total) {}

        @Override
        public void done(Path repository, int done) {}

        @Override
        public void error(Path repository, int errors) {}

        @Override
        public void tick() {}

        @Override
        public void finished() {}
      };

  /// A repository was found.
  ///
  /// @param found the number so far, with this one
  void discovering(Path repository, int found);

  /// The search has ended.
  ///
  /// @param total the number of repositories found
  void collectingStarted(int total);

  /// A repository was analysed, or failed.
  ///
  /// @param done the number so far, with this one
  void done(Path repository, int done);

  /// A repository failed; `done` of the same repository follows.
  ///
  /// @param errors the number so far, with this one
  void error(Path repository, int errors);

  /// Some time has passed without an event; an observer may redraw.
  void tick();

  /// The run has ended; the observer erases what it has shown.
  void finished();
}
