package gitoverit.row;

import static java.util.Objects.requireNonNull;

import gitoverit.git.Operation;
import gitoverit.git.url.ShortUrl;
import gitoverit.report.HeadCommit;
import gitoverit.report.HeadState;
import gitoverit.report.LineTotals;
import gitoverit.report.RemoteActions;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.WorktreeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the values of the fields from the result of one repository. Each [Need] has a method, with
/// one line for each field.
///
/// @param result the repository
/// @param context the place to which paths are relative
record FieldReader(RepoResult result, RowContext context) {

  /// Returns the value of a field; null if it is unknown or there is none.
  @Nullable FieldValue value(Field field) {
    if (!field.need().isMetBy(result)) {
      return null;
    }
    return switch (field.need()) {
      case NOTHING -> ofAny(field, result.remoteActions());
      case REPOSITORY -> ofRepository(field, report());
      case WORKTREE -> ofWorktree(field, requireNonNull(report().worktree()));
    };
  }

  private RepoReport report() {
    return ((RepoResult.Analyzed) result).report();
  }

  private @Nullable FieldValue ofAny(Field field, RemoteActions actions) {
    return switch (field) {
      case DIR, DISPLAY_PATH -> text(displayPath(actions));
      case ERROR ->
          result instanceof RepoResult.Failed failed
              ? new FieldValue.Problem(failed.failure())
              : null;
      case FETCH_FAILED -> flag(actions.fetchFailed());
      case PATH -> text(new DisplayPath("", result.path()).forPrograms());
      case PLAN -> actions.plan() == null ? null : new FieldValue.Words(actions.plan());
      case PULLED -> flag(actions.pulled());
      case PULL_FAILED -> flag(actions.pullFailed());
      case PUSHED -> flag(actions.pushed());
      case PUSH_FAILED -> flag(actions.pushFailed());
      case SKIPPED -> actions.skipped() == null ? null : text(actions.skipped().label());
      case STATUS -> text(StatusText.plain(result));
      case WORKTREE -> text(kind());
      case WORKTREE_STATUS_CHECKED -> flag(Need.WORKTREE.isMetBy(result));
      default -> throw new IllegalStateException(field.label());
    };
  }

  private static @Nullable FieldValue ofRepository(Field field, RepoReport report) {
    return switch (field) {
      case AHEAD -> count(report.head().ahead());
      case ASKED_GIT -> textOrNull(report.provenance().askedGit());
      case BEHIND -> count(report.head().behind());
      case BRANCH -> text(BranchText.of(report.head()));
      case BRANCH_REMOTE -> text(branchRemote(report.head()));
      case ENGINE -> text(report.engine().name().toLowerCase(Locale.ROOT));
      case GONE -> flag(report.head().gone());
      case HEAD -> textOrNull(report.head().oid());
      case IDENT -> textOrNull(report.ident());
      case LAST_COMMIT -> countOrNull(report.head().lastCommit());
      case LAST_FETCH -> countOrNull(report.remote().lastFetch());
      case OPERATION -> operations(report);
      case REMOTE -> text(orDash(report.head().upstream()));
      case REMOTE_URL, URL ->
          text(ShortUrl.describe(report.remote().url(), report.remote().pushUrl(), "\n"));
      case STASHES -> count(report.counts().stashes());
      case SUBJECT -> subject(report.head().commit());
      case SUBMODULES -> count(report.counts().submodules());
      default -> throw new IllegalStateException(field.label());
    };
  }

  private @Nullable FieldValue ofWorktree(Field field, WorktreeStatus worktree) {
    LineTotals lines = worktree.lines();
    return switch (field) {
      case ADDED_LINES -> lines == null ? null : count(lines.added());
      case DELETED -> count(worktree.deleted());
      case DIRTY -> flag(requireNonNull(report().dirty()));
      case LATEST_MTIME, MTIME -> timeOrNull(worktree.latestMtime());
      case MODIFIED -> count(worktree.modified());
      case REMOVED_LINES -> lines == null ? null : count(lines.removed());
      case STAGED -> count(worktree.staged());
      case UNMERGED -> count(worktree.unmerged());
      case UNSTAGED -> count(worktree.unstaged());
      case UNTRACKED -> count(worktree.untracked());
      default -> throw new IllegalStateException(field.label());
    };
  }

  private String displayPath(RemoteActions actions) {
    String path = context.displayPath(result.path()).forPrograms();
    return actions.anyFailed() ? "! " + path : path;
  }

  private String kind() {
    return result instanceof RepoResult.Failed failed
        ? failed.kind().label()
        : report().layout().kind().label();
  }

  private static FieldValue operations(RepoReport report) {
    List<String> words = new ArrayList<>();
    for (Operation operation : report.operations()) {
      words.add(operation.label());
    }
    return new FieldValue.Words(words);
  }

  private static String branchRemote(HeadState head) {
    return BranchText.of(head) + ":" + orDash(head.upstream());
  }

  private static @Nullable FieldValue subject(@Nullable HeadCommit commit) {
    return commit == null ? null : text(commit.facts().subject());
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private static @Nullable FieldValue textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  private static FieldValue count(long count) {
    return new FieldValue.Count(count);
  }

  private static @Nullable FieldValue countOrNull(@Nullable Long count) {
    return count == null ? null : count(count);
  }

  private static FieldValue flag(boolean flag) {
    return new FieldValue.Flag(flag);
  }

  private static @Nullable FieldValue timeOrNull(@Nullable Instant time) {
    return time == null ? null : new FieldValue.Time(time);
  }
}
