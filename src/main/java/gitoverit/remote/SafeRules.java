package gitoverit.remote;

import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import org.jspecify.annotations.Nullable;

/// Decides whether a branch can be pulled or pushed without a question to the user: such a step
/// loses no work, forces nothing and creates no branch.
///
/// @param options the work that the user wants
record SafeRules(RemoteOptions options) {

  /// A safe step, or the reason why no step is safe.
  ///
  /// @param step null for none
  /// @param reason the reason why the branch is skipped; null if there is nothing to do
  record Verdict(@Nullable Step step, @Nullable SkipReason reason) {
    private static final Verdict NOTHING_TO_DO = new Verdict(null, null);

    static Verdict skip(SkipReason reason) {
      return new Verdict(null, reason);
    }
  }

  /// Judges a repository by its state after the fetch.
  Verdict judge(RepoReport report, RemoteActions actions) {
    if (actions.fetchFailed()) {
      return Verdict.skip(SkipReason.FETCH_FAILED);
    }
    SkipReason unfit = unfit(report);
    if (unfit != null) {
      return Verdict.skip(unfit);
    }
    boolean diverged = report.head().ahead() > 0 && report.head().behind() > 0;
    boolean pull = options.pull() && report.head().behind() > 0;
    boolean push = options.push() && report.head().ahead() > 0;
    if (!pull && !push) {
      return Verdict.NOTHING_TO_DO;
    }
    SkipReason busy = busy(report);
    if (busy != null) {
      return Verdict.skip(busy);
    }
    return diverged
        ? Verdict.skip(SkipReason.DIVERGED)
        : new Verdict(pull ? new Pull() : new Push(), null);
  }

  /// Returns the reason why there is no branch with an upstream; null if there is one.
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
