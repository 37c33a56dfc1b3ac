package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.MovedRef.Action;
import gitoverit.remote.stage.Lane;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fast-forwards a branch to its upstream, after the fetch.
///
/// `--ff-only` never merges, and `--no-overwrite-ignore` keeps ignored files.
record Pull() implements Step {

  @Override
  public String word() {
    return "pull";
  }

  @Override
  public Lane lane(RemoteContext context, RepositoryLayout layout, String branch) {
    return new Lane.FastForward();
  }

  @Override
  public long deadlineMillis(RemoteSettings settings) {
    return settings.pullMillis();
  }

  @Override
  public @Nullable SkipReason reasonToSkip(BranchFacts branch) {
    return null;
  }

  /// The options override `branch.<name>.mergeOptions`.
  @Override
  public List<String> command(BranchFacts branch, RepoReport report) {
    return List.of(
        "merge",
        "--quiet",
        "--ff-only",
        "--commit",
        "--no-squash",
        "--no-stat",
        "--no-autostash",
        "--no-overwrite-ignore",
        branch.upstreamOid().toString());
  }

  /// The branch moves to its upstream.
  @Override
  public MovedRef moved(RemoteContext context, RepositoryLayout layout, BranchFacts branch) {
    return context.moved(Action.PULL, branch.oid(), branch.upstreamOid(), branch.ref(), layout);
  }

  /// A pull is written to the journal before it is done, so that an interrupted pull can be undone.
  @Override
  public void journalBefore(Journal journal, MovedRef moved) {
    journal.record(List.of(moved));
  }

  @Override
  public void journalAfter(Journal journal, MovedRef moved, boolean succeeded) {
    if (!succeeded) {
      journal.record(List.of(moved.with(Action.VOID)));
    }
  }

  @Override
  public RemoteActions outcome(RemoteActions before, @Nullable RemoteFailure failure) {
    return before.withPull(failure);
  }
}
