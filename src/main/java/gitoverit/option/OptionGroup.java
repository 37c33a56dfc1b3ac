package gitoverit.option;

import java.util.List;

/// The options in the order and the groups in which people get to see them: the one source of help,
/// manual page and completions. Nothing else loads it.
public enum OptionGroup {
  /// What the search finds.
  SEARCH(
      "Which repositories",
      OptionDoc.of(Flag.INCLUDE_IGNORED, "also nested repositories that their parent ignores"),
      OptionDoc.of(Flag.BARE, "also bare repositories"),
      OptionDoc.of(Flag.DEPTH, "search at most N levels below a directory"),
      OptionDoc.of(
          Flag.EXCLUDE,
          "do not enter directories of this name, or path; repeatable",
          "A glob with a slash is matched against the path below the directory the search began"
              + " with, any other against the name. Wildcards are those of gitignore(5).")),
  /// What is done with them.
  WORK(
      "What is done",
      OptionDoc.of(
          Flag.FETCH,
          "`git fetch --all` first, where there is a remote",
          "At most eight at once for one host; never asks for a password; gives up after 60"
              + " seconds."),
      OptionDoc.of(
          Flag.PULL_SAFE,
          "fetch, then fast-forward what is clean and only behind",
          "The row says P, or why not (skipped)."),
      OptionDoc.of(
          Flag.PUSH_SAFE,
          "fetch, then push what is clean and only ahead",
          "To exactly the branch that it follows; never forced, and no branch is made."),
      OptionDoc.of(Flag.DRY_RUN, "show what -f, -P or -U would do, and do nothing"),
      OptionDoc.of(
          Flag.METADATA_ONLY,
          "do not look at worktrees",
          "What they would tell is unknown, and the status begins with a question mark."),
      OptionDoc.of(Flag.TIMEOUT, "give up on a repository after this time (120)"),
      OptionDoc.of(Flag.PARALLEL, "analyse in parallel (default)"),
      OptionDoc.of(Flag.NO_PARALLEL, "analyse one repository after the other"),
      OptionDoc.of(
          Flag.WORKERS,
          "how many at once",
          "Default: the processors if at most two, else one less but at most eight."),
      OptionDoc.of(Flag.JOBS, "the same as --workers")),
  /// Which of them are shown.
  ROWS(
      "Which rows",
      OptionDoc.of(
          Flag.DIRTY_ONLY,
          "only those with uncommitted changes, or that failed",
          "A detached HEAD and an operation in progress count as changes."),
      OptionDoc.of(
          Flag.ATTENTION,
          "only those that ask for it, the most urgent first",
          "Failed, operation in progress, unmerged, diverged, unpushed, dirty, behind, stash; the"
              + " others are counted in the summary."),
      OptionDoc.of(Flag.WHERE, "only those of which an expression is true"),
      OptionDoc.of(
          Flag.CHECK,
          "exit with 1 if an expression is true of one",
          "Only rows that are shown count. The answer is told even if a repository failed."),
      OptionDoc.of(Flag.HELP_WHERE, "all words of the expressions")),
  /// How they are shown.
  OUTPUT(
      "What is shown",
      OptionDoc.of(Flag.FORMAT, "table (default), json, ndjson, csv, markdown or html"),
      OptionDoc.of(
          Flag.SORT,
          "mtime (default), dir, path, name, status, branch, remote, url, ...",
          "mtime is the newest first; also ident (or author), attention and none, the order of the"
              + " search. Text ascends without regard to case."),
      OptionDoc.of(Flag.REVERSE, "reverse the order"),
      OptionDoc.of(
          Flag.COLUMNS,
          "comma list, left to right: `col` appends, `-col` removes, `-` clears",
          "Columns are dir, status, branch_remote, url, mtime (these by default), and every key of"
              + " the JSON output."),
      OptionDoc.of(Flag.PRINT, "print one value for each instead"),
      OptionDoc.of(
          Flag.PRINT0,
          "end each value with a NUL; without --print, print paths",
          "A path is printed as its bytes."),
      OptionDoc.of(Flag.ERRORS, "tell every failure in detail, on stderr"),
      OptionDoc.of(
          Flag.WATCH,
          "the table again and again (every 2 s), in place; q quits",
          "Only what has changed is analysed again, and everything at least every 30 seconds. A"
              + " directory whose name is a number is written ./5 after it."),
      OptionDoc.of(Flag.NO_PROGRESS, "show no progress"),
      OptionDoc.of(Flag.COLOR, "auto (default), always or never"),
      OptionDoc.of(
          Flag.HYPERLINKS,
          "the same, for links on directories and URLs",
          "auto: on terminals that are known to show them.")),
  /// Everything else.
  OTHER(
      "Settings and help",
      OptionDoc.of(Flag.VIEW, "options saved in git's configuration, gitoverit.view.NAME"),
      OptionDoc.of(Flag.NO_CONFIG, "leave git's configuration, gitoverit.*, alone"),
      OptionDoc.of(
          Flag.GENERATE,
          "print the man page, or completions for bash, zsh or fish",
          "WHAT is man, bash, zsh or fish."),
      OptionDoc.of(Flag.HELP, "this text"),
      OptionDoc.of(Flag.VERSION, "the version"));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records of strings
  private final List<OptionDoc> options;

  OptionGroup(String title, OptionDoc... options) {
    this.title = title;
    this.options = List.of(options);
  }

  public String title() {
    return title;
  }

  public List<OptionDoc> options() {
    return options;
  }
}
