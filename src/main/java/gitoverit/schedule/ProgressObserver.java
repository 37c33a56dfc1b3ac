package gitoverit.schedule;

import java.nio.file.Path;

/// Told how a run goes on. It only receives: what it does changes nothing in the run.
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
  /// @param found how many so far, this one included
  void discovering(Path repository, int found);

  /// The search has ended.
  ///
  /// @param total how many repositories there are
  void collectingStarted(int total);

  /// A repository was analysed, or failed.
  ///
  /// @param done how many so far, this one included
  void done(Path repository, int done);

  /// A repository failed; `done` of the same repository follows.
  ///
  /// @param errors how many so far, this one included
  void error(Path repository, int errors);

  /// Time has passed without news: a chance to redraw.
  void tick();

  /// Nothing comes any more; whatever was shown is to be erased.
  void finished();
}
