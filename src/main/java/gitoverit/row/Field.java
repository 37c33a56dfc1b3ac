package gitoverit.row;

import gitoverit.git.Operation;
import gitoverit.git.url.ShortUrl;
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

/// Everything that can be shown of a repository: the keys of the JSON object and the columns of the
/// table, in the order of their names.
public enum Field {
  /// Lines added.
  ADDED_LINES,
  /// Commits that only the branch has.
  AHEAD,
  /// Why git was asked; null when it was not.
  ASKED_GIT,
  /// Commits that only the upstream has.
  BEHIND,
  /// Short name of the branch.
  BRANCH,
  /// Branch and upstream as `main:origin/main`; a column only.
  BRANCH_REMOTE,
  /// Records with a deletion.
  DELETED,
  /// The display path; the column's name for [#DISPLAY_PATH].
  DIR,
  /// Whether anything is uncommitted.
  DIRTY,
  /// The path as people would write it.
  DISPLAY_PATH,
  /// Who answered.
  ENGINE,
  /// Why nothing else is known.
  ERROR,
  /// Whether the fetch failed.
  FETCH_FAILED,
  /// Whether the upstream is configured and missing.
  GONE,
  /// Full oid of HEAD.
  HEAD,
  /// `Name <mail>` of the committer.
  IDENT,
  /// Committer time of HEAD in seconds.
  LAST_COMMIT,
  /// Time of the last fetch in seconds.
  LAST_FETCH,
  /// Newest modification time in the worktree.
  LATEST_MTIME,
  /// Records with a modification.
  MODIFIED,
  /// The same as [#LATEST_MTIME].
  MTIME,
  /// Operations in progress.
  OPERATION,
  /// The absolute path.
  PATH,
  /// What would be done with the remotes; null unless only a plan was asked for.
  PLAN,
  /// Whether fast-forwarding failed.
  PULL_FAILED,
  /// Whether the branch was fast-forwarded.
  PULLED,
  /// Whether pushing failed.
  PUSH_FAILED,
  /// Whether the branch was pushed.
  PUSHED,
  /// Short name of the upstream.
  REMOTE,
  /// Simplified URL, and on a second line the one for pushing if it differs.
  REMOTE_URL,
  /// Lines removed.
  REMOVED_LINES,
  /// Why a branch that was to be pulled or pushed was left alone.
  SKIPPED,
  /// Records with a change between HEAD and index.
  STAGED,
  /// Number of stash entries.
  STASHES,
  /// The status text.
  STATUS,
  /// Number of submodules.
  SUBMODULES,
  /// Unmerged records.
  UNMERGED,
  /// Records with a change between index and worktree.
  UNSTAGED,
  /// Untracked records.
  UNTRACKED,
  /// The simplified URL; the column's name for [#REMOTE_URL].
  URL,
  /// Main worktree, linked worktree or bare.
  WORKTREE,
  /// Whether the worktree was looked at.
  WORKTREE_STATUS_CHECKED;

  /// The columns of the table unless others are asked for.
  public static final List<Field> DEFAULT_COLUMNS = List.of(DIR, STATUS, BRANCH_REMOTE, URL, MTIME);

  /// Columns in the order in which they keep their room, the most important first; what is not
  /// named here comes last.
  private static final List<Field> IMPORTANT =
      List.of(
          STATUS,
          DIR,
          DISPLAY_PATH,
          PATH,
          BRANCH_REMOTE,
          BRANCH,
          ERROR,
          PLAN,
          SKIPPED,
          OPERATION,
          GONE,
          STASHES,
          STAGED,
          UNSTAGED,
          UNMERGED,
          URL,
          REMOTE_URL,
          REMOTE,
          MTIME,
          LAST_COMMIT,
          LAST_FETCH,
          HEAD,
          WORKTREE);

  private final String label = name().toLowerCase(Locale.ROOT);

  /// Returns the name in output and on the command line, such as `display_path`.
  public String label() {
    return label;
  }

  /// Returns the place of this column in the order of importance, 0 for the most important.
  public int rank() {
    int rank = IMPORTANT.indexOf(this);
    return this == IDENT ? IMPORTANT.size() + 1 : rank < 0 ? IMPORTANT.size() : rank;
  }

  /// Returns the field of this name; null when there is none.
  public static @Nullable Field of(String label) {
    for (Field field : values()) {
      if (field.label.equals(label)) {
        return field;
      }
    }
    return null;
  }

  /// Returns the keys of the JSON object, sorted by name.
  public static List<Field> keys() {
    List<Field> keys = new ArrayList<>();
    for (Field field : values()) {
      if (field != BRANCH_REMOTE && field != DIR && field != URL) {
        keys.add(field);
      }
    }
    return keys;
  }

  /// Returns what this field says of a repository; null when that is unknown, or known to be
  /// nothing.
  public @Nullable FieldValue value(RepoResult result, RowContext context) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        ? known(report, result, context)
        : common(result, context);
  }

  /// What is known even of a repository that could not be read; null for everything else.
  private @Nullable FieldValue common(RepoResult result, RowContext context) {
    return switch (this) {
      case PATH -> text(new DisplayPath("", result.path()).forPrograms());
      case DIR, DISPLAY_PATH -> text(displayPath(result, context));
      case WORKTREE -> text(kind(result));
      case STATUS -> text(StatusText.plain(result));
      case FETCH_FAILED -> flag(remoteActions(result).fetchFailed());
      case PULLED -> flag(remoteActions(result).pulled());
      case PULL_FAILED -> flag(remoteActions(result).pullFailed());
      case PUSHED -> flag(remoteActions(result).pushed());
      case PUSH_FAILED -> flag(remoteActions(result).pushFailed());
      case PLAN -> plan(remoteActions(result));
      case SKIPPED -> skipped(remoteActions(result));
      case WORKTREE_STATUS_CHECKED -> flag(false);
      case ERROR ->
          result instanceof RepoResult.Failed failed
              ? new FieldValue.Problem(failed.failure())
              : null;
      default -> null;
    };
  }

  private @Nullable FieldValue known(RepoReport report, RepoResult result, RowContext context) {
    return switch (this) {
      case PATH, DIR, DISPLAY_PATH, WORKTREE, STATUS, FETCH_FAILED, ERROR ->
          common(result, context);
      case PULLED, PULL_FAILED, PUSHED, PUSH_FAILED, PLAN, SKIPPED -> common(result, context);
      case AHEAD -> count(report.head().ahead());
      case ASKED_GIT -> orNull(report.provenance().askedGit());
      case BEHIND -> count(report.head().behind());
      case BRANCH -> text(BranchText.of(report.head()));
      case BRANCH_REMOTE ->
          text(BranchText.of(report.head()) + ":" + orDash(report.head().upstream()));
      case DIRTY -> report.dirty() == null ? null : flag(report.dirty());
      case ENGINE -> text(report.engine().name().toLowerCase(Locale.ROOT));
      case GONE -> flag(report.head().gone());
      case HEAD -> report.head().oid() == null ? null : text(report.head().oid());
      case IDENT -> report.ident() == null ? null : text(report.ident());
      case LAST_COMMIT ->
          report.head().lastCommit() == null ? null : count(report.head().lastCommit());
      case LAST_FETCH ->
          report.remote().lastFetch() == null ? null : count(report.remote().lastFetch());
      case OPERATION -> operations(report);
      case REMOTE -> text(orDash(report.head().upstream()));
      case REMOTE_URL, URL ->
          text(ShortUrl.describe(report.remote().url(), report.remote().pushUrl(), "\n"));
      case STASHES -> count(report.counts().stashes());
      case SUBMODULES -> count(report.counts().submodules());
      case WORKTREE_STATUS_CHECKED -> flag(report.worktree() != null);
      case ADDED_LINES, REMOVED_LINES, DELETED, LATEST_MTIME, MODIFIED, MTIME ->
          inWorktree(report.worktree());
      case STAGED, UNMERGED, UNSTAGED, UNTRACKED -> inWorktree(report.worktree());
    };
  }

  private @Nullable FieldValue inWorktree(@Nullable WorktreeStatus worktree) {
    if (worktree == null) {
      return null;
    }
    LineTotals lines = worktree.lines();
    return switch (this) {
      case ADDED_LINES -> lines == null ? null : count(lines.added());
      case REMOVED_LINES -> lines == null ? null : count(lines.removed());
      case DELETED -> count(worktree.deleted());
      case MODIFIED -> count(worktree.modified());
      case STAGED -> count(worktree.staged());
      case UNMERGED -> count(worktree.unmerged());
      case UNSTAGED -> count(worktree.unstaged());
      case UNTRACKED -> count(worktree.untracked());
      case LATEST_MTIME, MTIME -> time(worktree.latestMtime());
      default -> throw new IllegalStateException(label);
    };
  }

  /// What was done with the remotes of a repository, read or not.
  public static RemoteActions remoteActions(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        ? report.remoteActions()
        : ((RepoResult.Failed) result).remoteActions();
  }

  private static String kind(RepoResult result) {
    return result instanceof RepoResult.Analyzed(RepoReport report)
        ? report.layout().kind().label()
        : ((RepoResult.Failed) result).kind().label();
  }

  private static String displayPath(RepoResult result, RowContext context) {
    String path = context.displayPath(result.path()).forPrograms();
    return remoteActions(result).anyFailed() ? "! " + path : path;
  }

  private static @Nullable FieldValue plan(RemoteActions actions) {
    return actions.plan() == null ? null : new FieldValue.Words(actions.plan());
  }

  private static @Nullable FieldValue skipped(RemoteActions actions) {
    return actions.skipped() == null ? null : text(actions.skipped().label());
  }

  private static FieldValue operations(RepoReport report) {
    List<String> words = new ArrayList<>();
    for (Operation operation : report.operations()) {
      words.add(operation.label());
    }
    return new FieldValue.Words(words);
  }

  private static @Nullable FieldValue orNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }

  private static FieldValue text(String text) {
    return new FieldValue.Text(text);
  }

  private static FieldValue count(long count) {
    return new FieldValue.Count(count);
  }

  private static FieldValue flag(boolean flag) {
    return new FieldValue.Flag(flag);
  }

  private static @Nullable FieldValue time(@Nullable Instant time) {
    return time == null ? null : new FieldValue.Time(time);
  }
}
