package gitoverit.row;

import gitoverit.report.RepoResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields of a row: the keys of the JSON object and the columns of the table, in the order of
/// their names. A constant describes its field; [FieldReader] reads the value from a result.
public enum Field {
  /// The number of added lines.
  ADDED_LINES(FieldType.NUMBER, Need.WORKTREE),
  /// The number of commits that only the branch has.
  AHEAD(FieldType.NUMBER, Need.REPOSITORY),
  /// The reason why git was run; null if it was not.
  ASKED_GIT(FieldType.TEXT, Need.REPOSITORY, Look.TEXT, 230),
  /// The number of commits that only the upstream has.
  BEHIND(FieldType.NUMBER, Need.REPOSITORY),
  /// Short name of the branch.
  BRANCH(FieldType.TEXT, Need.REPOSITORY, Look.BRANCH, 50),
  /// Branch and upstream as `main:origin/main`; a column only.
  BRANCH_REMOTE(FieldType.TEXT, Need.REPOSITORY, Look.BRANCH_REMOTE, 40, Use.COLUMN),
  /// The number of deleted paths.
  DELETED(FieldType.NUMBER, Need.WORKTREE),
  /// The display path; the column's name for [#DISPLAY_PATH].
  DIR(FieldType.TEXT, Need.NOTHING, Look.DIRECTORY, 10, Use.COLUMN),
  /// Whether there are uncommitted changes.
  DIRTY(FieldType.YES_NO, Need.WORKTREE),
  /// The path, shortened for people.
  DISPLAY_PATH(FieldType.TEXT, Need.NOTHING, Look.DIRECTORY, 20),
  /// The source of the values, `native` or `git`.
  ENGINE(FieldType.TEXT, Need.REPOSITORY),
  /// The failure that leaves the other fields unknown.
  ERROR(FieldType.ERROR, Need.NOTHING, Look.TEXT, 60),
  /// Whether the fetch failed.
  FETCH_FAILED(FieldType.YES_NO, Need.NOTHING),
  /// Whether the upstream is configured but missing.
  GONE(FieldType.YES_NO, Need.REPOSITORY, Look.WHOLE, 100),
  /// Full oid of HEAD.
  HEAD(FieldType.TEXT, Need.REPOSITORY, Look.OID, 210),
  /// `Name <mail>` of the committer.
  IDENT(FieldType.TEXT, Need.REPOSITORY, Look.IDENT, 240),
  /// Committer time of HEAD in seconds.
  LAST_COMMIT(FieldType.TIME, Need.REPOSITORY, Look.AGE, 190),
  /// Time of the last fetch in seconds.
  LAST_FETCH(FieldType.TIME, Need.REPOSITORY, Look.AGE, 200),
  /// Newest modification time in the worktree.
  LATEST_MTIME(FieldType.TIME, Need.WORKTREE, Look.DATE),
  /// The number of modified paths.
  MODIFIED(FieldType.NUMBER, Need.WORKTREE),
  /// The same as [#LATEST_MTIME].
  MTIME(FieldType.TIME, Need.WORKTREE, Look.DATE, 180),
  /// The operations in progress.
  OPERATION(FieldType.WORDS, Need.REPOSITORY, Look.TEXT, 90),
  /// The absolute path.
  PATH(FieldType.TEXT, Need.NOTHING, Look.PATH, 30),
  /// The actions that a run without `--dry-run` would take; null without that option.
  PLAN(FieldType.WORDS, Need.NOTHING, Look.WHOLE, 70),
  /// Whether fast-forwarding failed.
  PULL_FAILED(FieldType.YES_NO, Need.NOTHING),
  /// Whether the branch was fast-forwarded.
  PULLED(FieldType.YES_NO, Need.NOTHING),
  /// Whether pushing failed.
  PUSH_FAILED(FieldType.YES_NO, Need.NOTHING),
  /// Whether the branch was pushed.
  PUSHED(FieldType.YES_NO, Need.NOTHING),
  /// Short name of the upstream.
  REMOTE(FieldType.TEXT, Need.REPOSITORY, Look.TEXT, 170),
  /// The simplified URL, and on a second line the push URL if it differs.
  REMOTE_URL(FieldType.TEXT, Need.REPOSITORY, Look.URL, 160),
  /// The number of removed lines.
  REMOVED_LINES(FieldType.NUMBER, Need.WORKTREE),
  /// The reason why a branch was neither pulled nor pushed.
  SKIPPED(FieldType.TEXT, Need.NOTHING, Look.WHOLE, 80),
  /// The number of paths that differ between HEAD and index.
  STAGED(FieldType.NUMBER, Need.WORKTREE, Look.WHOLE, 120),
  /// The number of stash entries.
  STASHES(FieldType.NUMBER, Need.REPOSITORY, Look.WHOLE, 110),
  /// The status text.
  STATUS(FieldType.TEXT, Need.NOTHING, Look.STATUS, 0),
  /// The subject of the commit at HEAD.
  SUBJECT(FieldType.TEXT, Need.REPOSITORY, Look.TEXT, 225),
  /// The number of submodules.
  SUBMODULES(FieldType.NUMBER, Need.REPOSITORY),
  /// The number of unmerged paths.
  UNMERGED(FieldType.NUMBER, Need.WORKTREE, Look.WHOLE, 140),
  /// The number of paths that differ between index and worktree.
  UNSTAGED(FieldType.NUMBER, Need.WORKTREE, Look.WHOLE, 130),
  /// The number of untracked paths, as git lists them.
  UNTRACKED(FieldType.NUMBER, Need.WORKTREE),
  /// The simplified URL; the column's name for [#REMOTE_URL].
  URL(FieldType.TEXT, Need.REPOSITORY, Look.URL, 150, Use.COLUMN),
  /// The kind of repository: main worktree, linked worktree or bare.
  WORKTREE(FieldType.TEXT, Need.NOTHING, Look.WHOLE, 220),
  /// Whether the worktree was inspected.
  WORKTREE_STATUS_CHECKED(FieldType.YES_NO, Need.NOTHING);

  /// The default columns of the table.
  public static final List<Field> DEFAULT_COLUMNS = List.of(DIR, STATUS, BRANCH_REMOTE, URL, MTIME);

  /// The rank of columns without a rank of their own.
  private static final int LAST = 230;

  /// The places where a field can be used.
  private enum Use {
    /// As a key of the JSON object and as a column.
    KEY,
    /// Only as a column.
    COLUMN
  }

  private final FieldType type;
  private final Need need;
  private final Look look;
  private final int rank;
  private final Use use;
  private final String label = name().toLowerCase(Locale.ROOT);

  Field(FieldType type, Need need) {
    this(type, need, Look.WHOLE);
  }

  Field(FieldType type, Need need, Look look) {
    this(type, need, look, LAST);
  }

  Field(FieldType type, Need need, Look look, int rank) {
    this(type, need, look, rank, Use.KEY);
  }

  Field(FieldType type, Need need, Look look, int rank, Use use) {
    this.type = type;
    this.need = need;
    this.look = look;
    this.rank = rank;
    this.use = use;
  }

  /// Returns the type of every value that is not null.
  public FieldType type() {
    return type;
  }

  /// Returns the part of a repository that must be read before there is a value.
  public Need need() {
    return need;
  }

  /// Returns the look of a column of this field.
  public Look look() {
    return look;
  }

  /// Returns the rank as a column; 0 is the most important. Columns of higher rank are shortened
  /// and left out first.
  public int rank() {
    return rank;
  }

  /// Returns the name in output and on the command line, such as `display_path`.
  public String label() {
    return label;
  }

  /// Returns the field with this name; null if there is none.
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
      if (field.use == Use.KEY) {
        keys.add(field);
      }
    }
    return keys;
  }

  /// Returns the value for a repository; null if it is unknown or there is none.
  public @Nullable FieldValue value(RepoResult result, RowContext context) {
    return new FieldReader(result, context).value(this);
  }

  /// Returns whether null means "none" rather than "unknown": the repository was read as far as
  /// this field needs. For a number, null always means "unknown".
  public boolean isNothingWhenNull(RepoResult result) {
    return need.isMetBy(result) && type != FieldType.NUMBER && look != Look.IDENT;
  }
}
