package gitoverit.status;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.ObjectFormat;
import gitoverit.git.ObjectId;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.GitConfig;
import gitoverit.git.ignore.IgnoreStack;
import gitoverit.git.index.IndexFile;
import gitoverit.git.repo.OpenRepository;
import gitoverit.git.repo.Repository;
import gitoverit.report.ChangeCounts;
import gitoverit.report.Stats;
import gitoverit.schedule.Forks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the status of a worktree in this process: HEAD against index, and index against files.
public final class StatusCollector {
  private static final int INDEX_LIMIT = 1 << 30;

  private final FileAccess files;
  private final Map<String, String> environment;

  /// Creates a collector, which keeps no state between worktrees.
  ///
  /// @param environment determines the location of the user's own attributes
  public StatusCollector(FileAccess files, Map<String, String> environment) {
    this.files = files;
    this.environment = environment;
  }

  /// Collects the status of a worktree.
  ///
  /// @param ignores the ignore rules at its root, without the root's own `.gitignore`
  /// @param headTree oid of the tree of HEAD; null on an unborn branch
  /// @param nestedSink takes the nested repositories
  /// @param forks gives parts of the work to other threads
  /// @throws UnprovenException if only git can answer
  /// @throws IOException if a file cannot be read; git may be able to handle that
  public WorktreeChanges collect(
      OpenRepository opened,
      IgnoreStack ignores,
      @Nullable ObjectId headTree,
      NestedSink nestedSink,
      Forks forks)
      throws IOException {
    Repository repository = opened.repository();
    requireOrdinary(opened.config());
    // The time is read before the content. If the index is written in between, it seems older than
    // it is, and more of its entries are racy, which is safe.
    long indexSeconds = indexSeconds(opened.layout());
    IndexFile index = index(opened.layout(), repository.format());
    StagedDiff staged = new StagedDiff(index, opened.objects(), repository.format());
    staged.compare(headTree == null ? null : headTree.bytes());
    if (headTree != null) {
      requireNoRenames(opened.config(), staged);
    }
    Attributes attributes = new Attributes(files, repository, index, environment);
    StatRules stats = new StatRules(opened.config(), indexSeconds);
    ContentCheck contents = new ContentCheck(index, attributes, repository.format());
    EntryRules rules = new EntryRules(index, stats, contents);
    WorktreeScan scan = new WorktreeScan(files, opened.layout().path(), rules, nestedSink, forks);
    scan.run(ignores);
    return count(index, staged, scan, new LineCounter(files, opened, index, attributes));
  }

  /// Some settings change how names or files are compared; they are rare on the supported systems.
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
    boolean possible = staged.deleted() > 0 || !RenameSetting.isOrdinaryInStatus(config);
    if (staged.added() > 0 && possible) {
      throw new UnprovenException("a staged file may have been renamed");
    }
  }

  private WorktreeChanges count(
      IndexFile index, StagedDiff staged, WorktreeScan scan, LineCounter lines) throws IOException {
    ScanTotals totals = scan.totals();
    ChangeCounts counts = new ChangeCounter(index, staged, scan).count(totals.untracked);
    boolean merging = counts.unmerged() > 0;
    return new WorktreeChanges(
        counts,
        new SubmoduleCount(files, lines.layout(), index).count(),
        merging ? null : lines.staged(staged),
        merging ? null : lines.unstaged(scan),
        totals.newest(),
        new Stats(0, index.count(), totals.stats, totals.directoriesListed, totals.filesHashed));
  }

  private long indexSeconds(RepositoryLayout layout) throws IOException {
    FileStat stat = new FileStat();
    return files.stat(indexFile(layout), true, stat) ? stat.mtimeSeconds : 0;
  }

  private IndexFile index(RepositoryLayout layout, ObjectFormat format) throws IOException {
    byte[] bytes = files.read(indexFile(layout), INDEX_LIMIT);
    return bytes == null ? IndexFile.empty() : IndexFile.parse(bytes, format);
  }

  private static Path indexFile(RepositoryLayout layout) {
    return layout.gitDir().resolve("index");
  }

  /// Counts the submodules of a repository without inspecting its worktree.
  public int submodules(Repository repository) throws IOException {
    RepositoryLayout layout = repository.layout();
    return new SubmoduleCount(files, layout, index(layout, repository.format())).count();
  }
}
