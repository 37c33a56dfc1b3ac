package gitoverit.option;

import static gitoverit.option.OptionGroup.OTHER;
import static gitoverit.option.OptionGroup.OUTPUT;
import static gitoverit.option.OptionGroup.ROWS;
import static gitoverit.option.OptionGroup.SEARCH;
import static gitoverit.option.OptionGroup.WORK;
import static gitoverit.option.Setting.ALWAYS;
import static gitoverit.option.Setting.IN_VIEWS;
import static gitoverit.option.Setting.NEVER;

import gitoverit.option.value.Choice;
import gitoverit.option.value.Seconds;
import gitoverit.option.value.Text;
import gitoverit.option.value.ValueType;
import gitoverit.option.value.WholeNumber;
import gitoverit.row.RowSort;
import gitoverit.terminal.ColorMode;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/// Every option of the command line, in the order of the help, with everything about them. The
/// parser, settings, help, manual page and completions derive from these constants.
///
/// The first line of a text has at most 72 characters and starts with a verb. The manual page also
/// prints the lines after it.
public enum Flag {
  INCLUDE_IGNORED(
      "-I, --include-ignored",
      SEARCH,
      ALWAYS,
      "include nested repositories that their parent ignores"),
  BARE("--bare", SEARCH, ALWAYS, "include bare repositories"),
  DEPTH(
      "--depth N",
      SEARCH,
      ALWAYS,
      WholeNumber.atLeast(0),
      "search at most N levels below a directory"),
  EXCLUDE(
      "--exclude GLOB",
      SEARCH,
      ALWAYS,
      Text.GLOB,
      """
      skip directories whose name matches GLOB; repeatable
      A GLOB with a slash is matched against the path below the directory given. Wildcards are \
      those of gitignore(5).
      """),

  FETCH(
      "-f, --fetch",
      WORK,
      IN_VIEWS,
      """
      run `git fetch --all` first in repositories that have a remote
      At most eight fetches run at a time for one host. A fetch never asks for a password and \
      times out after 60 seconds.
      """),
  PULL_SAFE(
      "-P, --pull-safe",
      WORK,
      NEVER,
      """
      fetch, then fast-forward branches that are clean and only behind
      The status shows P. The column `skipped` shows the reason why a branch was not pulled.
      """),
  PUSH_SAFE(
      "-U, --push-safe",
      WORK,
      NEVER,
      """
      fetch, then push branches that are clean and only ahead
      Each is pushed to its upstream. A push is never forced and never creates a branch.
      """),
  DRY_RUN("--dry-run", WORK, NEVER, "show what -f, -P or -U would do, without doing it"),
  METADATA_ONLY(
      "--metadata-only",
      WORK,
      IN_VIEWS,
      """
      skip worktrees
      Facts that depend on them are unknown, and the status begins with a question mark.
      """),
  TIMEOUT(
      "--timeout SECONDS",
      WORK,
      ALWAYS,
      new Seconds(),
      "give up on a repository after SECONDS (default 120)"),
  PARALLEL("-p, --parallel", WORK, NEVER, "analyse in parallel (default)"),
  NO_PARALLEL("--no-parallel", WORK, ALWAYS, "analyse one repository at a time"),
  WORKERS(
      "-w, --workers N",
      WORK,
      ALWAYS,
      WholeNumber.atMost(1024),
      """
      analyse N repositories at a time
      The default is the number of processors, less one if there are more than two, and at most \
      eight.
      """),
  JOBS("-j, --jobs N", WORK, ALWAYS, WholeNumber.atMost(1024), "do the same as --workers"),

  DIRTY_ONLY(
      "-d, --dirty-only",
      ROWS,
      ALWAYS,
      """
      show only repositories with uncommitted changes, and those that failed
      A detached HEAD and an operation in progress count as changes.
      """),
  ATTENTION(
      "--attention",
      ROWS,
      ALWAYS,
      """
      show only repositories that need attention, most urgent first
      The reasons, in order of urgency: failed, operation in progress, unmerged, diverged, \
      unpushed, dirty, behind, stash. The summary counts the other repositories.
      """),
  WHERE("--where EXPR", ROWS, IN_VIEWS, Text.EXPRESSION, "show only rows for which EXPR is true"),
  CHECK(
      "--check EXPR",
      ROWS,
      IN_VIEWS,
      Text.EXPRESSION,
      """
      exit with status 1 if EXPR is true for a row that is shown
      The status is 1 even if a repository failed.
      """),
  SORT(
      "-s, --sort FIELD",
      ROWS,
      ALWAYS,
      Choice.of(RowSort.values(), "author", RowSort.IDENT),
      """
      sort by mtime (default), dir, name, status, branch or another field
      mtime sorts the newest first. The other fields are path, remote, url, ident (or author), \
      attention, and none for the order of the search. Text sorts ascending and ignores case.
      """),
  REVERSE("-r, --reverse", ROWS, ALWAYS, "reverse the order"),
  LIMIT(
      "-n, --limit N",
      ROWS,
      ALWAYS,
      WholeNumber.atLeast(1),
      """
      show at most N rows
      Rows are filtered and sorted first, in every format. The summary counts the other rows; \
      --check ignores them.
      """),

  FORMAT(
      "-o, --format FORMAT",
      OUTPUT,
      ALWAYS,
      Choice.of(Options.Format.values(), "md", Options.Format.MARKDOWN),
      "print table (default), json, ndjson, csv, markdown (md) or html"),
  COLUMNS(
      "-c, --columns SPEC",
      OUTPUT,
      ALWAYS,
      Text.COLUMNS,
      """
      choose columns, a comma list: `col` appends, `-col` removes, `-` clears
      SPEC is applied from left to right to the default columns dir, status, branch_remote, url \
      and mtime; `-c -,dir,branch` shows two columns only. Every key of the JSON output is a column.
      """),
  PRINT(
      "--print EXPR",
      OUTPUT,
      IN_VIEWS,
      Text.EXPRESSION,
      "print the value of EXPR for each row instead of a table"),
  PRINT0(
      "-0, --print0",
      OUTPUT,
      IN_VIEWS,
      """
      end each value with a NUL; without --print, print paths
      A path is printed byte for byte.
      """),
  ERRORS("--errors", OUTPUT, ALWAYS, "report every failure in full on stderr"),
  WATCH(
      "--watch [SECONDS]",
      OUTPUT,
      NEVER,
      new Seconds(),
      """
      keep the table on screen, refreshed every 2 s; q quits
      A refresh analyses only repositories that have changed, and all of them at least every 30 \
      seconds. After this option, write a directory whose name is a number as ./5.
      """),
  NO_PROGRESS("--no-progress", OUTPUT, ALWAYS, "hide the progress line"),
  COLOR(
      "--color WHEN",
      OUTPUT,
      ALWAYS,
      Choice.of(ColorMode.values()),
      "use colours: auto (default), always or never"),
  HYPERLINKS(
      "--hyperlinks WHEN",
      OUTPUT,
      ALWAYS,
      Choice.of(ColorMode.values()),
      """
      link directories and URLs: auto (default), always or never
      With auto, they are links on terminals that are known to support them.
      """),

  VIEW(
      "--view NAME",
      OTHER,
      NEVER,
      Text.VIEW,
      "use the options saved as gitoverit.view.NAME in git's configuration"),
  NO_CONFIG("--no-config", OTHER, NEVER, "ignore gitoverit.* settings in git's configuration"),
  GENERATE(
      "--generate WHAT",
      OTHER,
      NEVER,
      Choice.of(Generated.values()),
      "print the manual page (man), or completions for bash, zsh or fish"),
  HELP_WHERE("--help-where", OTHER, NEVER, "list the names and operators of EXPR"),
  YES("--yes", OTHER, NEVER, "move branches back; only with undo"),
  HELP("-h, --help", OTHER, NEVER, "print this help"),
  VERSION("-V, --version", OTHER, NEVER, "print the version");

  private final String synopsis;
  private final @Nullable String letter;
  private final String word;
  private final @Nullable String argument;
  private final OptionGroup group;
  private final Setting setting;

  @SuppressWarnings("ImmutableEnumChecker") // no implementation changes after it is made
  private final @Nullable ValueType value;

  private final String text;

  Flag(String synopsis, OptionGroup group, Setting setting, String text) {
    this(synopsis, group, setting, null, text);
  }

  Flag(
      String synopsis, OptionGroup group, Setting setting, @Nullable ValueType value, String text) {
    int dashes = synopsis.indexOf("--");
    int space = synopsis.indexOf(' ', dashes);
    this.synopsis = synopsis;
    this.letter = dashes == 0 ? null : synopsis.substring(1, 2);
    this.word = synopsis.substring(dashes + 2, space < 0 ? synopsis.length() : space);
    this.argument = space < 0 ? null : synopsis.substring(space + 1);
    this.group = group;
    this.setting = setting;
    this.value = value;
    this.text = text;
  }

  /// Returns the option with its letter and its argument, such as `-o, --format FORMAT`.
  public String synopsis() {
    return synopsis;
  }

  public @Nullable String letter() {
    return letter;
  }

  /// Returns the name without its dashes.
  public String word() {
    return word;
  }

  /// Returns the argument as the help shows it; null if the option takes none.
  public @Nullable String argument() {
    return argument;
  }

  public OptionGroup group() {
    return group;
  }

  public Setting setting() {
    return setting;
  }

  /// Returns the values that the option accepts; null if it takes none.
  public @Nullable ValueType value() {
    return value;
  }

  public boolean takesValue() {
    return value != null;
  }

  /// Returns whether the value is optional.
  public boolean mayLackValue() {
    return argument != null && argument.startsWith("[");
  }

  /// Returns whether all values count rather than the last.
  public boolean isRepeatable() {
    return value == Text.GLOB || value == Text.COLUMNS;
  }

  /// Returns the description in one line, without a full stop.
  public String brief() {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /// Returns the text that only the manual page has; may be empty.
  public String more() {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1).stripTrailing();
  }

  /// Returns whether the option turns off something that is on by default.
  boolean isNegative() {
    return value == null && this != NO_CONFIG && word.startsWith("no-");
  }

  /// Returns the option with this name, which must exist.
  static Flag of(String word) {
    for (Flag flag : values()) {
      if (flag.word.equals(word)) {
        return flag;
      }
    }
    throw new IllegalArgumentException(word);
  }

  static org.apache.commons.cli.Options toLibrary() {
    org.apache.commons.cli.Options options = new org.apache.commons.cli.Options();
    for (Flag option : values()) {
      options.addOption(new Option(option.letter, option.word, option.takesValue(), null));
    }
    return options;
  }
}
