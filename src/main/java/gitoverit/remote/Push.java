package gitoverit.remote;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;
import gitoverit.git.url.RemoteUrl;
import gitoverit.remote.journal.Journal;
import gitoverit.remote.journal.MovedRef;
import gitoverit.remote.journal.MovedRef.Action;
import gitoverit.remote.stage.Lane;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RepoReport;
import gitoverit.report.SkipReason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pushes a branch to its upstream.
///
/// It names the commit that it expects on the remote (`--force-with-lease`), which makes it
/// stricter than a plain push: it neither creates a branch that was deleted meanwhile nor moves one
/// that another user has moved. It never forces anything, since that commit is an ancestor of the
/// pushed one.
record Push() implements Step {

  @Override
  public String word() {
    return "push";
  }

  /// Returns the lane of the host to which it pushes.
  @Override
  public Lane lane(RemoteContext context, RepositoryLayout layout, String branch)
      throws IOException {
    GitConfig config = context.configs().read(layout);
    String remote = config.getText("branch." + branch + ".remote");
    if (remote == null) {
      return new Lane.ThisMachine();
    }
    String url = new Remotes(config, context.files(), layout).named(remote).pushUrl();
    return Lane.of(RemoteUrl.parse(url).host());
  }

  @Override
  public long deadlineMillis(RemoteSettings settings) {
    return settings.pushMillis();
  }

  @Override
  public @Nullable SkipReason reasonToSkip(BranchFacts branch) {
    boolean elsewhere = !branch.pushRemote().equals(branch.remote());
    return elsewhere ? SkipReason.PUSHES_ELSEWHERE : null;
  }

  @Override
  public List<String> command(BranchFacts branch, RepoReport report) throws IOException {
    return List.of(
        "push",
        "--quiet",
        "--no-follow-tags",
        "--recurse-submodules=" + (report.counts().submodules() > 0 ? "check" : "no"),
        "--force-with-lease=" + branch.remoteRef() + ":" + branch.upstreamOid(),
        RemoteName.argument(branch.remote()),
        branch.oid() + ":" + branch.remoteRef());
  }

  /// The remote-tracking ref moves to the branch.
  @Override
  public MovedRef moved(RemoteContext context, RepositoryLayout layout, BranchFacts branch) {
    return context.moved(
        Action.PUSH, branch.upstreamOid(), branch.oid(), branch.upstream(), layout);
  }

  /// A push cannot be undone, so it is written to the journal when it is done.
  @Override
  public void journalBefore(Journal journal, MovedRef moved) {}

  @Override
  public void journalAfter(Journal journal, MovedRef moved, boolean succeeded) {
    if (succeeded) {
      journal.record(List.of(moved));
    }
  }

  @Override
  public RemoteActions outcome(RemoteActions before, @Nullable RemoteFailure failure) {
    return before.withPush(failure);
  }
}
