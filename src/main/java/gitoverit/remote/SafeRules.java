package gitoverit.remote;

import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import org.jspecify.annotations.Nullable;

/// Decides what may be done with a branch without asking anybody: nothing that could lose work,
/// force anything, or make a branch somewhere.
///
/// @param options what was asked for
record SafeRules(RemoteOptions options) {

  /// What may be done.
  enum Step {
    /// Fast-forward the branch to its upstream.
    PULL,
    /// Push the branch to its upstream.
    PUSH
  }

  /// What to do, or why nothing.
  ///
  /// @param step null for nothing
  /// @param reason why nothing is done; null when there is nothing to be done
  record Verdict(@Nullable Step step, @Nullable SkipReason reason) {
    private static final Verdict NOTHING_TO_DO = new Verdict(null, null);

    private static Verdict leave(SkipReason reason) {
      return new Verdict(null, reason);
    }
  }

  /// Judges a repository by its state after the fetch.
  Verdict judge(RepoReport report, RemoteActions actions) {
    if (actions.fetchFailed()) {
      return Verdict.leave(SkipReason.FETCH_FAILED);
    }
    SkipReason unfit = unfit(report);
    if (unfit != null) {
      return Verdict.leave(unfit);
    }
    boolean diverged = report.head().ahead() > 0 && report.head().behind() > 0;
    boolean pull = options.pull() && report.head().behind() > 0;
    boolean push = options.push() && report.head().ahead() > 0;
    if (!pull && !push) {
      return Verdict.NOTHING_TO_DO;
    }
    SkipReason busy = busy(report);
    if (busy != null) {
      return Verdict.leave(busy);
    }
    return diverged
        ? Verdict.leave(SkipReason.DIVERGED)
        : new Verdict(pull ? Step.PULL : Step.PUSH, null);
  }

  /// Why there is no branch with an upstream; null when there is one.
  private static @Nullable SkipReason unfit(RepoReport report) {
    if (report.layout().kind() == Kind.BARE) {
      return SkipReason.BARE;
    }
    if (report.head().detached()) {
      return report.operations().isEmpty() ? SkipReason.DETACHED : SkipReason.OPERATION;
    }
    if (report.head().upstream() == null) {
      return SkipReason.NO_UPSTREAM;
    }
    if (report.head().oid() == null) {
      return SkipReason.UNBORN;
    }
    return report.head().gone() ? SkipReason.GONE : null;
  }

  private static @Nullable SkipReason busy(RepoReport report) {
    if (!report.operations().isEmpty()) {
      return SkipReason.OPERATION;
    }
    return Boolean.FALSE.equals(report.dirty()) ? null : SkipReason.DIRTY;
  }
}
