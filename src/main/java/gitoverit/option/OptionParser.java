package gitoverit.option;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.remote.RemoteOptions;
import gitoverit.row.ColumnSpec;
import gitoverit.row.Field;
import gitoverit.row.RowSort;
import gitoverit.terminal.ColorMode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns what was given into validated [Options]. Every mistake is a [UsageException] before any
/// work.
public final class OptionParser {
  /// The default of `--timeout`: an analysis that takes longer is stuck rather than slow.
  public static final long DEFAULT_TIMEOUT_MILLIS = 120_000;

  private static final double MOST_SECONDS = 1e6;

  private final FileAccess files;
  private final RawArguments rawArguments;
  private final Path cwd;
  private final int processors;

  public OptionParser(FileAccess files, RawArguments rawArguments, Path cwd, int processors) {
    this.files = files;
    this.rawArguments = rawArguments;
    this.cwd = cwd;
    this.processors = processors;
  }

  /// Validates what was given.
  public Options validate(GivenOptions given) throws UsageException {
    Options options =
        new Options(
            starts(given.directories()),
            sync(given),
            choice(given, Flag.FORMAT, Options.Format.values(), Options.Format.TABLE),
            given.has(Flag.DIRTY_ONLY),
            sort(given),
            given.has(Flag.REVERSE),
            parallel(given),
            workers(given),
            columns(given),
            given.has(Flag.INCLUDE_IGNORED),
            given.has(Flag.BARE),
            depth(given),
            excludes(given),
            given.has(Flag.METADATA_ONLY),
            timeoutMillis(given),
            given.has(Flag.ERRORS),
            !given.has(Flag.NO_PROGRESS),
            choice(given, Flag.COLOR, ColorMode.values(), ColorMode.AUTO),
            given.has(Flag.ATTENTION),
            choice(given, Flag.HYPERLINKS, ColorMode.values(), ColorMode.AUTO),
            watchMillis(given),
            query(given));
    requireKnownFacts(options);
    requireWatchable(options);
    return options;
  }

  private static void requireKnownFacts(Options options) throws UsageException {
    RemoteOptions sync = options.sync();
    if (options.metadataOnly() && sync != null && (sync.pull() || sync.push())) {
      String word = sync.pull() ? "--pull-safe" : "--push-safe";
      throw new UsageException(word + " needs the worktree that --metadata-only leaves alone");
    }
    if (options.metadataOnly() && options.dirtyOnly()) {
      throw new UsageException("--dirty-only needs the worktree that --metadata-only leaves alone");
    }
    if (options.metadataOnly() && options.attention()) {
      throw new UsageException("--attention needs the worktree that --metadata-only leaves alone");
    }
    if (options.metadataOnly() && options.sort() == RowSort.MTIME) {
      throw new UsageException("--sort mtime needs the worktree that --metadata-only leaves alone");
    }
  }

  private static boolean asksForRemotes(GivenOptions given) {
    return given.has(Flag.FETCH) || given.has(Flag.PULL_SAFE) || given.has(Flag.PUSH_SAFE);
  }

  /// One worker who was asked for, or no parallel work at all, is also one remote at a time.
  private @Nullable RemoteOptions sync(GivenOptions given) throws UsageException {
    boolean dryRun = given.has(Flag.DRY_RUN);
    if (!asksForRemotes(given)) {
      if (dryRun) {
        throw new UsageException("--dry-run needs --fetch, --pull-safe or --push-safe");
      }
      return null;
    }
    boolean counted = given.has(Flag.WORKERS) || given.has(Flag.JOBS);
    boolean oneByOne = !parallel(given) || (counted && workers(given) == 1);
    return new RemoteOptions(
        given.has(Flag.PULL_SAFE),
        given.has(Flag.PUSH_SAFE),
        dryRun,
        oneByOne,
        !given.has(Flag.NO_CONFIG));
  }

  private static void requireWatchable(Options options) throws UsageException {
    if (options.watchMillis() == 0) {
      return;
    }
    RowQuery query = options.query();
    if (options.format() != Options.Format.TABLE || (query != null && query.prints())) {
      throw new UsageException("--watch shows a table: leave out --format and --print");
    }
    if (options.sync() != null) {
      throw new UsageException("--watch does not fetch: remotes would be asked again and again");
    }
  }

  private static @Nullable RowQuery query(GivenOptions given) throws UsageException {
    boolean asked =
        given.has(Flag.WHERE)
            || given.has(Flag.CHECK)
            || given.has(Flag.PRINT)
            || given.has(Flag.PRINT0);
    return asked ? RowQuery.of(given) : null;
  }

  private List<Path> starts(List<String> arguments) throws UsageException {
    Set<Path> starts = new LinkedHashSet<>();
    for (String argument : arguments.isEmpty() ? List.of(".") : arguments) {
      starts.add(start(argument));
    }
    return List.copyOf(starts);
  }

  private Path start(String argument) throws UsageException {
    try {
      if (argument.isEmpty()) {
        throw new UsageException("no such directory: an empty name");
      }
      Path path = rawArguments.path(cwd, argument);
      FileStat stat = new FileStat();
      if (!files.stat(path, true, stat)) {
        throw new UsageException("no such directory: " + argument);
      }
      if (!stat.isDirectory()) {
        throw new UsageException("not a directory: " + argument);
      }
      return files.realPath(path);
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot use directory " + argument + ": " + e.getMessage());
    }
  }

  private static <T extends Enum<T>> T choice(
      GivenOptions given, Flag option, T[] choices, T orElse) throws UsageException {
    String value = given.value(option);
    return value == null ? orElse : choice(option, value, choices);
  }

  /// Returns the constant that is named by the value of an option.
  ///
  /// @throws UsageException if there is no such constant
  public static <T extends Enum<T>> T choice(Flag option, String value, T[] choices)
      throws UsageException {
    List<String> names = new ArrayList<>();
    for (T choice : choices) {
      String name = choice.name().toLowerCase(Locale.ROOT);
      if (name.equals(value)) {
        return choice;
      }
      names.add(name);
    }
    throw badValue(option, value, "one of " + String.join(", ", names));
  }

  private static @Nullable RowSort sort(GivenOptions given) throws UsageException {
    String value = given.value(Flag.SORT);
    if (value == null) {
      return null;
    }
    RowSort sort = RowSort.of(value);
    if (sort == null) {
      throw badValue(Flag.SORT, value, "one of " + String.join(", ", sortWords()));
    }
    return sort;
  }

  private static List<String> sortWords() {
    List<String> words = new ArrayList<>();
    for (RowSort sort : RowSort.values()) {
      words.add(sort.label());
    }
    return words;
  }

  /// The last one of `--parallel` and `--no-parallel` decides.
  private static boolean parallel(GivenOptions given) {
    return given.last(Flag.PARALLEL, Flag.NO_PARALLEL) != Flag.NO_PARALLEL;
  }

  /// `--workers` and `--jobs` are one option; the last one decides.
  private int workers(GivenOptions given) throws UsageException {
    Flag last = given.last(Flag.WORKERS, Flag.JOBS);
    String value = last == null ? null : given.value(last);
    if (value == null) {
      return processors <= 2 ? processors : Math.min(processors - 1, 8);
    }
    return Math.max(1, integer(Flag.WORKERS, value));
  }

  private static int integer(Flag option, String value) throws UsageException {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException _) {
      throw badValue(option, value, "a whole number");
    }
  }

  private @Nullable List<Field> columns(GivenOptions given) throws UsageException {
    List<String> values = given.values(Flag.COLUMNS);
    if (values.isEmpty()) {
      return null;
    }
    try {
      return ColumnSpec.apply(
          String.join(",", values),
          Options.usualColumns(given.has(Flag.METADATA_ONLY), sync(given)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static int depth(GivenOptions given) throws UsageException {
    String value = given.value(Flag.DEPTH);
    if (value == null) {
      return Integer.MAX_VALUE;
    }
    int depth = integer(Flag.DEPTH, value);
    if (depth < 0) {
      throw badValue(Flag.DEPTH, value, "0 or more");
    }
    return depth;
  }

  private static List<String> excludes(GivenOptions given) throws UsageException {
    List<String> globs = given.values(Flag.EXCLUDE);
    if (globs.contains("")) {
      throw badValue(Flag.EXCLUDE, "", "a glob");
    }
    return globs;
  }

  private static long timeoutMillis(GivenOptions given) throws UsageException {
    return millis(given, Flag.TIMEOUT, DEFAULT_TIMEOUT_MILLIS);
  }

  private static long watchMillis(GivenOptions given) throws UsageException {
    return millis(given, Flag.WATCH, 0);
  }

  private static long millis(GivenOptions given, Flag option, long orElse) throws UsageException {
    String value = given.value(option);
    if (value == null) {
      return orElse;
    }
    double seconds = seconds(value.strip());
    if (Double.isNaN(seconds)) {
      throw badValue(option, value, "a number of seconds");
    }
    if (seconds <= 0) {
      throw badValue(option, value, "more than 0 seconds");
    }
    if (seconds > MOST_SECONDS) {
      throw badValue(option, value, "at most a million seconds");
    }
    return Math.max(1, Math.round(seconds * 1000));
  }

  /// Reads a number; NaN if it is none. A letter at its end, which Java takes for a type, is one
  /// too many.
  private static double seconds(String text) {
    try {
      boolean number = !text.isEmpty() && !Character.isLetter(text.charAt(text.length() - 1));
      return number ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static UsageException badValue(Flag option, String value, String wanted) {
    return new UsageException("--" + option.word() + ": '" + value + "' is not " + wanted);
  }
}
