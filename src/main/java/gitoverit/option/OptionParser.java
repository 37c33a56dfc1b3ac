package gitoverit.option;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.row.RowSort;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns [GivenOptions] into validated [Options]. Every mistake is a [UsageException] before any
/// work starts.
public final class OptionParser {
  private static final List<GivenDirectory> CURRENT = List.of(new GivenDirectory(".", null));

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

  /// Validates the given options.
  public Options validate(GivenOptions given) throws UsageException {
    given.refuse(Flag.YES, "can only be used with undo");
    Work work = Work.of(given, processors);
    Search search = Search.of(given, starts(given.directories()));
    Options options = new Options(search, work, Rows.of(given), Output.of(given, work));
    if (work.metadataOnly()) {
      refuseWithoutWorktrees(given, options);
    }
    if (given.has(Flag.WATCH)) {
      refuseWhileWatching(given, options);
    }
    return options;
  }

  private static void refuseWithoutWorktrees(GivenOptions given, Options options)
      throws UsageException {
    String problem = "cannot be combined with --metadata-only";
    given.refuse(Flag.PULL_SAFE, problem);
    given.refuse(Flag.PUSH_SAFE, problem);
    given.refuse(Flag.DIRTY_ONLY, problem);
    given.refuse(Flag.ATTENTION, problem);
    if (options.rows().sort() == RowSort.MTIME) {
      given.refuse(Flag.SORT, "mtime " + problem);
    }
  }

  private static void refuseWhileWatching(GivenOptions given, Options options)
      throws UsageException {
    String problem = "cannot be combined with --watch";
    Options.Format format = options.output().format();
    if (format != Options.Format.TABLE) {
      given.refuse(Flag.FORMAT, format.name().toLowerCase(Locale.ROOT) + " " + problem);
    }
    given.refuse(Flag.PRINT, problem);
    given.refuse(Flag.PRINT0, problem);
    given.refuse(Flag.FETCH, problem);
    given.refuse(Flag.PULL_SAFE, problem);
    given.refuse(Flag.PUSH_SAFE, problem);
  }

  private List<Path> starts(List<GivenDirectory> directories) throws UsageException {
    Set<Path> starts = new LinkedHashSet<>();
    for (GivenDirectory directory : directories.isEmpty() ? CURRENT : directories) {
      starts.add(start(directory));
    }
    return List.copyOf(starts);
  }

  private Path start(GivenDirectory directory) throws UsageException {
    String name = directory.name();
    if (name.isEmpty()) {
      throw directory.wrong("no such directory: ''");
    }
    try {
      Path path = rawArguments.path(cwd, name);
      FileStat stat = new FileStat();
      if (!files.stat(path, true, stat)) {
        throw directory.wrong("no such directory: " + name + hint(directory));
      }
      if (!stat.isDirectory()) {
        throw directory.wrong("not a directory: " + name);
      }
      return files.realPath(path);
    } catch (InvalidPathException | IOException e) {
      throw directory.wrong("cannot use directory " + name + ": " + reason(e));
    }
  }

  /// Returns a suggestion if the directory has the name of an option, such as `watch`; else an
  /// empty text.
  private static String hint(GivenDirectory directory) {
    for (Flag flag : Flag.values()) {
      if (flag.word().equals(directory.name()) && directory.setting() == null) {
        return "; did you mean --" + flag.word() + "?";
      }
    }
    return "";
  }

  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException problem ? problem.getReason() : e.getMessage();
    return String.valueOf(reason);
  }
}
