package gitoverit.status;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.ObjectId;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.GitConfig;
import gitoverit.git.ignore.IgnoreStack;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.repo.SubmodulePaths;
import gitoverit.schedule.Forks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the status of one worktree, HEAD against index and index against files, in this
/// process.
public final class StatusCollector {
  private static final int INDEX_LIMIT = 1 << 30;
  private static final byte[] GITMODULES = ".gitmodules".getBytes(StandardCharsets.US_ASCII);

  private final FileAccess files;
  private final Map<String, String> environment;

  /// Makes a collector, which keeps nothing from one worktree to the next.
  ///
  /// @param environment tells where the user's own attributes are
  public StatusCollector(FileAccess files, Map<String, String> environment) {
    this.files = files;
    this.environment = environment;
  }

  /// What a collection is about.
  ///
  /// @param layout the worktree
  /// @param config its configuration
  /// @param ignores the ignore rules at its root, the root's own `.gitignore` left out
  /// @param objects the objects of the repository
  /// @param oidLength bytes of an object id
  public record Subject(
      RepositoryLayout layout,
      GitConfig config,
      IgnoreStack ignores,
      ObjectDatabase objects,
      int oidLength) {}

  /// Collects.
  ///
  /// @param headTree oid of the tree of HEAD; null on an unborn branch
  /// @param nestedSink is told of nested repositories
  /// @param forks gives parts of the work to other threads
  /// @throws UnprovenException if git has to be asked
  /// @throws IOException if a file cannot be read, which git may know how to deal with
  public WorktreeChanges collect(
      Subject subject, @Nullable ObjectId headTree, NestedSink nestedSink, Forks forks)
      throws IOException {
    requireOrdinary(subject.config());
    FileStat stat = new FileStat();
    Path file = subject.layout().gitDir().resolve("index");
    long indexSeconds = files.stat(file, true, stat) ? stat.mtimeSeconds : 0;
    IndexFile index = index(file, subject.oidLength());
    StagedDiff staged = new StagedDiff(index, subject.objects(), subject.oidLength());
    staged.compare(headTree == null ? null : headTree.bytes());
    if (headTree != null) {
      requireNoRenames(subject.config(), staged);
    }
    Attributes attributes =
        new Attributes(files, subject.layout(), subject.config(), index, environment);
    WorktreeScan scan = scan(subject, index, indexSeconds, attributes, nestedSink, forks);
    return count(subject, index, staged, scan, attributes);
  }

  /// Some settings change how names or files are compared; they are rare where this runs.
  private static void requireOrdinary(GitConfig config) throws IOException {
    if (config.getBoolean("core.ignorecase", false)) {
      throw new UnprovenException("core.ignoreCase is set");
    }
    if (config.contains("core.worktree")) {
      throw new UnprovenException("core.worktree is set");
    }
  }

  /// git looks for renames among staged additions and deletions.
  private static void requireNoRenames(GitConfig config, StagedDiff staged) throws IOException {
    if (staged.added() == 0) {
      return;
    }
    String setting = config.get("status.renames");
    if (setting == null) {
      setting = config.get("diff.renames");
    }
    if (staged.deleted() > 0 || !isOrdinary(setting)) {
      throw new UnprovenException("a staged file may have been renamed");
    }
  }

  /// Returns whether a setting of renames asks for them, and for nothing beside.
  static boolean isOrdinary(@Nullable String renames) {
    return renames == null || renames.equalsIgnoreCase("true");
  }

  private WorktreeScan scan(
      Subject subject,
      IndexFile index,
      long indexSeconds,
      Attributes attributes,
      NestedSink nestedSink,
      Forks forks)
      throws IOException {
    GitConfig config = subject.config();
    WorktreeScan scan =
        new WorktreeScan(
            files,
            subject.layout().path(),
            index,
            new StatRules(config, indexSeconds),
            new ContentCheck(index, attributes, subject.oidLength()),
            config.getBoolean("core.sparsecheckout", false),
            nestedSink,
            forks);
    scan.run(subject.ignores());
    return scan;
  }

  private WorktreeChanges count(
      Subject subject, IndexFile index, StagedDiff staged, WorktreeScan scan, Attributes attributes)
      throws IOException {
    ChangeCounter counter = new ChangeCounter(index, staged, scan);
    counter.count();
    ScanTotals totals = scan.totals();
    Instant newest =
        totals.hasTime()
            ? Instant.ofEpochSecond(totals.newestSeconds(), totals.newestNanos())
            : null;
    LineCounter lines =
        new LineCounter(
            files, subject.layout(), subject.config(), index, subject.objects(), attributes);
    boolean merging = counter.unmerged > 0;
    return new WorktreeChanges(
        counter.staged,
        counter.unstaged,
        counter.unmerged,
        counter.modified,
        counter.deleted,
        totals.untracked,
        submodules(subject.layout(), index),
        merging ? null : lines.staged(staged),
        merging ? null : lines.unstaged(scan),
        newest,
        index.count(),
        totals.stats,
        totals.directoriesListed,
        totals.filesHashed);
  }

  private IndexFile index(Path file, int oidLength) throws IOException {
    byte[] bytes = files.read(file, INDEX_LIMIT);
    return bytes == null ? IndexFile.empty() : IndexFile.parse(bytes, oidLength);
  }

  /// Counts the submodules of a worktree without looking at it.
  ///
  /// @param oidLength bytes of an object id
  public int submodules(RepositoryLayout layout, int oidLength) throws IOException {
    return submodules(layout, index(layout.gitDir().resolve("index"), oidLength));
  }

  private int submodules(RepositoryLayout layout, IndexFile index) throws IOException {
    int list = index.find(GITMODULES);
    if (list >= 0 && index.stage(list) != 0) {
      // git does without it until it is merged.
      return 0;
    }
    Set<String> paths;
    try {
      paths = new SubmodulePaths(files).read(layout);
    } catch (GitFormatException e) {
      if (hasGitlink(index)) {
        throw e;
      }
      return 0;
    }
    if (paths == null) {
      if (list >= 0) {
        throw new UnprovenException("a .gitmodules exists only in the index");
      }
      return 0;
    }
    int count = 0;
    for (int i = 0; i < index.count(); i++) {
      if (index.isGitlink(i)
          && (i == 0 || !index.samePath(i - 1, i))
          && paths.contains(GitText.decode(index.path(i), index.pathEnd(i) - index.pathStart(i)))) {
        count++;
      }
    }
    return count;
  }

  private static boolean hasGitlink(IndexFile index) {
    for (int i = 0; i < index.count(); i++) {
      if (index.isGitlink(i)) {
        return true;
      }
    }
    return false;
  }
}
