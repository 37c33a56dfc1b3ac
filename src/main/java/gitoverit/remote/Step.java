package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.stage.Lane;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to bring a branch and its upstream together.
sealed interface Step permits Pull, Push {

  /// Returns the word for it in a plan.
  String word();

  /// Returns the lane in which it waits for its turn.
  Lane lane(RemoteContext context, RepositoryLayout layout, String branch) throws IOException;

  /// Returns the milliseconds that it may take.
  long deadlineMillis(RemoteSettings settings);

  /// Returns a reason to skip the branch that the other step does not have; null without one.
  @Nullable SkipReason reasonToSkip(BranchFacts branch);

  /// Returns the command of git, without `git` and its options.
  ///
  /// @throws IOException if git would take an argument for an option
  List<String> command(BranchFacts branch, RepoReport report) throws IOException;

  /// Returns the ref that it moves.
  MovedRef moved(RemoteContext context, RepositoryLayout layout, BranchFacts branch);

  /// Writes to the journal before the step.
  void journalBefore(Journal journal, MovedRef moved);

  /// Writes to the journal after the step.
  void journalAfter(Journal journal, MovedRef moved, boolean succeeded);

  /// Returns the actions with this one added.
  ///
  /// @param failure the reason why it failed; null if it succeeded
  RemoteActions outcome(RemoteActions before, @Nullable RemoteFailure failure);
}
