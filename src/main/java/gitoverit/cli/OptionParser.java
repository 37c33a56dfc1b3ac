package gitoverit.cli;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.render.ColumnSpec;
import gitoverit.render.NearestWord;
import gitoverit.render.ReportField;
import gitoverit.render.RowSort;
import gitoverit.sync.SyncOptions;
import gitoverit.terminal.ColorMode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/// Turns arguments into validated [Options]. Every mistake is a [UsageException] before any work.
final class OptionParser {
  /// An analysis that takes longer than this is stuck rather than slow.
  private static final long DEFAULT_TIMEOUT_SECONDS = 120;

  private static final String USUAL_WATCH_SECONDS = "2";

  private final FileAccess files;
  private final RawArguments rawArguments;
  private final Path cwd;
  private final int processors;

  OptionParser(FileAccess files, RawArguments rawArguments, Path cwd, int processors) {
    this.files = files;
    this.rawArguments = rawArguments;
    this.cwd = cwd;
    this.processors = processors;
  }

  /// Splits arguments into options and directories.
  CommandLine split(List<String> arguments) throws UsageException {
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(OptionTable.toLibrary(), bindValues(arguments));
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption());
    } catch (MissingArgumentException e) {
      throw new UsageException("option --" + e.getOption().getLongOpt() + " needs a value");
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static UsageException unknownOption(String argument) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    List<String> words = new ArrayList<>();
    for (OptionTable known : OptionTable.values()) {
      words.add("--" + known.word());
    }
    String nearest = option.startsWith("--") ? NearestWord.to(option, words) : null;
    String hint = nearest == null ? "" : "; did you mean " + nearest + "?";
    return new UsageException("unknown option " + option + hint);
  }

  /// A value may begin with a dash (`-c -url`): it is bound to its option before the library, which
  /// would take it for an option, sees it.
  private static String[] bindValues(List<String> arguments) {
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        bound.addAll(arguments.subList(i, arguments.size()));
        break;
      }
      OptionTable option = valueOption(argument);
      if (option == OptionTable.WATCH) {
        boolean given = i + 1 < arguments.size() && isNumber(arguments.get(i + 1));
        bound.add("--watch=" + (given ? arguments.get(++i) : USUAL_WATCH_SECONDS));
      } else if (option != null && i + 1 < arguments.size()) {
        bound.add("--" + option.word() + "=" + arguments.get(++i));
      } else {
        bound.add(argument);
      }
    }
    return bound.toArray(String[]::new);
  }

  private static boolean isNumber(String argument) {
    boolean number = !argument.isEmpty();
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      number &= (c >= '0' && c <= '9') || (c == '.' && argument.length() > 1);
    }
    return number;
  }

  private static @Nullable OptionTable valueOption(String argument) {
    for (OptionTable option : OptionTable.values()) {
      if (option.takesValue()
          && (argument.equals("--" + option.word()) || argument.equals("-" + option.letter()))) {
        return option;
      }
    }
    return null;
  }

  /// Validates what was split.
  Options validate(CommandLine line) throws UsageException {
    Options options =
        new Options(
            starts(line.getArgList()),
            sync(line),
            choice(line, OptionTable.FORMAT, Options.Format.values(), Options.Format.TABLE),
            has(line, OptionTable.DIRTY_ONLY),
            sort(line),
            has(line, OptionTable.REVERSE),
            parallel(line),
            workers(line),
            columns(line),
            has(line, OptionTable.INCLUDE_IGNORED),
            has(line, OptionTable.BARE),
            depth(line),
            excludes(line),
            has(line, OptionTable.METADATA_ONLY),
            timeoutMillis(line),
            has(line, OptionTable.ERRORS),
            !has(line, OptionTable.NO_PROGRESS),
            choice(line, OptionTable.COLOR, ColorMode.values(), ColorMode.AUTO),
            has(line, OptionTable.ATTENTION),
            choice(line, OptionTable.HYPERLINKS, ColorMode.values(), ColorMode.AUTO),
            watchMillis(line),
            query(line));
    requireKnownFacts(options);
    requireWatchable(options);
    return options;
  }

  private static void requireKnownFacts(Options options) throws UsageException {
    SyncOptions sync = options.sync();
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

  private static boolean asksForRemotes(CommandLine line) {
    return has(line, OptionTable.FETCH)
        || has(line, OptionTable.PULL_SAFE)
        || has(line, OptionTable.PUSH_SAFE);
  }

  /// One worker who was asked for, or no parallel work at all, is also one remote at a time.
  private @Nullable SyncOptions sync(CommandLine line) throws UsageException {
    boolean dryRun = has(line, OptionTable.DRY_RUN);
    if (!asksForRemotes(line)) {
      if (dryRun) {
        throw new UsageException("--dry-run needs --fetch, --pull-safe or --push-safe");
      }
      return null;
    }
    boolean counted = has(line, OptionTable.WORKERS) || has(line, OptionTable.JOBS);
    boolean oneByOne = !parallel(line) || (counted && workers(line) == 1);
    return new SyncOptions(
        has(line, OptionTable.PULL_SAFE),
        has(line, OptionTable.PUSH_SAFE),
        dryRun,
        oneByOne,
        !has(line, OptionTable.NO_CONFIG));
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

  private static @Nullable RowQuery query(CommandLine line) throws UsageException {
    boolean asked =
        has(line, OptionTable.WHERE)
            || has(line, OptionTable.CHECK)
            || has(line, OptionTable.PRINT)
            || has(line, OptionTable.PRINT0);
    return asked ? RowQuery.of(line) : null;
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
      Path path = rawArguments.path(cwd, argument);
      FileStat stat = new FileStat();
      if (!files.stat(path, true, stat)) {
        throw new UsageException("no such directory: " + argument);
      }
      if (!stat.isDirectory()) {
        throw new UsageException("not a directory: " + argument);
      }
      return path.toRealPath();
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot use directory " + argument + ": " + e.getMessage());
    }
  }

  static boolean has(CommandLine line, OptionTable option) {
    return line.hasOption(option.word());
  }

  static @Nullable String value(CommandLine line, OptionTable option) {
    String[] values = line.getOptionValues(option.word());
    return values == null ? null : values[values.length - 1];
  }

  /// Returns what `--generate` is asked for.
  static Generated generated(String value) throws UsageException {
    return choice(OptionTable.GENERATE, value, Generated.values());
  }

  private static <T extends Enum<T>> T choice(
      CommandLine line, OptionTable option, T[] choices, T orElse) throws UsageException {
    String value = value(line, option);
    return value == null ? orElse : choice(option, value, choices);
  }

  private static <T extends Enum<T>> T choice(OptionTable option, String value, T[] choices)
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

  private static @Nullable RowSort sort(CommandLine line) throws UsageException {
    String value = value(line, OptionTable.SORT);
    if (value == null) {
      return null;
    }
    RowSort sort = RowSort.of(value);
    if (sort == null) {
      throw badValue(OptionTable.SORT, value, "one of " + String.join(", ", sortWords()));
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
  private static boolean parallel(CommandLine line) {
    boolean parallel = true;
    for (Option option : line.getOptions()) {
      if (option.getLongOpt().equals(OptionTable.PARALLEL.word())) {
        parallel = true;
      } else if (option.getLongOpt().equals(OptionTable.NO_PARALLEL.word())) {
        parallel = false;
      }
    }
    return parallel;
  }

  /// `--workers` and `--jobs` are one option; the last one decides.
  private int workers(CommandLine line) throws UsageException {
    int workers = processors <= 2 ? processors : Math.min(processors - 1, 8);
    for (Option given : line.getOptions()) {
      if (given.getLongOpt().equals(OptionTable.WORKERS.word())) {
        workers = integer(OptionTable.WORKERS, given.getValue());
      } else if (given.getLongOpt().equals(OptionTable.JOBS.word())) {
        workers = integer(OptionTable.JOBS, given.getValue());
      }
    }
    return Math.max(1, workers);
  }

  private static int integer(OptionTable option, String value) throws UsageException {
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException _) {
      throw badValue(option, value, "a whole number");
    }
  }

  private @Nullable List<ReportField> columns(CommandLine line) throws UsageException {
    String[] values = line.getOptionValues(OptionTable.COLUMNS.word());
    if (values == null) {
      return null;
    }
    try {
      return ColumnSpec.apply(
          String.join(",", values),
          Options.usualColumns(has(line, OptionTable.METADATA_ONLY), sync(line)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static int depth(CommandLine line) throws UsageException {
    String value = value(line, OptionTable.DEPTH);
    if (value == null) {
      return Integer.MAX_VALUE;
    }
    int depth = integer(OptionTable.DEPTH, value);
    if (depth < 0) {
      throw badValue(OptionTable.DEPTH, value, "0 or more");
    }
    return depth;
  }

  private static List<String> excludes(CommandLine line) throws UsageException {
    String[] values = line.getOptionValues(OptionTable.EXCLUDE.word());
    if (values == null) {
      return List.of();
    }
    if (Arrays.asList(values).contains("")) {
      throw badValue(OptionTable.EXCLUDE, "", "a glob");
    }
    return List.of(values);
  }

  private static long timeoutMillis(CommandLine line) throws UsageException {
    return millis(line, OptionTable.TIMEOUT, DEFAULT_TIMEOUT_SECONDS * 1000);
  }

  private static long watchMillis(CommandLine line) throws UsageException {
    return millis(line, OptionTable.WATCH, 0);
  }

  private static long millis(CommandLine line, OptionTable option, long orElse)
      throws UsageException {
    String value = value(line, option);
    if (value == null) {
      return orElse;
    }
    try {
      double seconds = Double.parseDouble(value.strip());
      if (seconds > 0 && seconds <= 1e6) {
        return Math.max(1, Math.round(seconds * 1000));
      }
    } catch (NumberFormatException _) {
      throw badValue(option, value, "a number of seconds");
    }
    throw badValue(option, value, "more than 0 seconds");
  }

  private static UsageException badValue(OptionTable option, String value, String wanted) {
    return new UsageException("--" + option.word() + ": '" + value + "' is not " + wanted);
  }
}
