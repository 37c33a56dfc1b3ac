package gitoverit.status;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileType;
import gitoverit.fs.PathBytes;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.repo.OpenRepository;
import gitoverit.report.LineTotals;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Counts the lines of changes as `git diff --numstat` does, where that can be proven.
final class LineCounter {
  /// The largest file to compare, in bytes; git compares larger ones.
  private static final int MOST_BYTES = 4 << 20;

  private static final byte[] NOTHING = {};

  private final FileAccess files;
  private final RepositoryLayout layout;
  private final GitConfig config;
  private final IndexFile index;
  private final ObjectDatabase objects;
  private final Attributes attributes;

  LineCounter(FileAccess files, OpenRepository opened, IndexFile index, Attributes attributes) {
    this.files = files;
    this.layout = opened.layout();
    this.config = opened.config();
    this.index = index;
    this.objects = opened.objects();
    this.attributes = attributes;
  }

  RepositoryLayout layout() {
    return layout;
  }

  /// Counts the staged changes; null if git must count them.
  @Nullable LineTotals staged(StagedDiff diff) throws IOException {
    try {
      return countStaged(diff);
    } catch (UnprovenException _) {
      // git counts only the lines: the engine of the report stays native.
      return null;
    }
  }

  /// Counts the unstaged changes; null if git must count them.
  @Nullable LineTotals unstaged(WorktreeScan scan) throws IOException {
    try {
      return countUnstaged(scan);
    } catch (UnprovenException _) {
      // git counts only the lines: the engine of the report stays native.
      return null;
    }
  }

  private LineTotals countStaged(StagedDiff diff) throws IOException {
    requireOrdinarySettings();
    require(diff.isListed(), "too many files are staged");
    if (!diff.changes().isEmpty()) {
      requireUsualAlgorithm();
    }
    require(diff.added() == 0 || !mayFindCopies(), "an added file may be a copy");
    LineTotals total = LineTotals.ZERO;
    for (StagedDiff.Change change : diff.changes()) {
      int i = change.entry();
      require(change.isFile() && (i < 0 || isFile(i)), "a link or submodule changed");
      attributes.requireOrdinaryDiff(change.path());
      byte[] before = change.oid() == null ? NOTHING : blob(change.oid(), 0);
      byte[] after = i < 0 ? NOTHING : blob(index.oidBytes(), index.oidStart(i));
      total = total.plus(LineDiff.count(before, after));
    }
    return total;
  }

  private LineTotals countUnstaged(WorktreeScan scan) throws IOException {
    requireOrdinarySettings();
    LineTotals total = LineTotals.ZERO;
    int count = 0;
    for (int i = 0; i < index.count(); i++) {
      byte letter = scan.change(i);
      if (letter != 0) {
        requireUsualAlgorithm();
        require(++count <= StagedDiff.MOST_LISTED, "too many files changed");
        require((letter == 'M' || letter == 'D') && isFile(i), "a type changed");
        byte[] path = index.path(i);
        attributes.requireOrdinaryDiff(path);
        byte[] before = blob(index.oidBytes(), index.oidStart(i));
        total = total.plus(LineDiff.count(before, letter == 'D' ? NOTHING : file(path)));
      }
    }
    return total;
  }

  /// Refuses settings that git may refuse, or that change how it compares files.
  private void requireOrdinarySettings() throws UnprovenException {
    require(
        hasUsualAlgorithm() || hasAlgorithm("patience") || hasAlgorithm("histogram"),
        "diff.algorithm is set");
    for (ConfigEntry entry : config) {
      boolean matters =
          entry.key().equals("core.bigfilethreshold")
              || entry.key().equals("diff.orderfile")
              || entry.key().startsWith("diff.default.");
      require(!matters, entry.key() + " is set");
    }
  }

  /// Refuses an algorithm whose count of lines may differ. Without a change all count none.
  private void requireUsualAlgorithm() throws UnprovenException {
    require(hasUsualAlgorithm(), "diff.algorithm is set");
  }

  private boolean hasUsualAlgorithm() {
    return !config.contains("diff.algorithm")
        || hasAlgorithm("myers")
        || hasAlgorithm("default")
        || hasAlgorithm("minimal");
  }

  private boolean hasAlgorithm(String name) {
    return name.equalsIgnoreCase(config.get("diff.algorithm"));
  }

  /// Of a copy, git counts only the lines that differ from its origin, which may still exist.
  private boolean mayFindCopies() {
    return !RenameSetting.isOrdinaryInDiff(config);
  }

  private boolean isFile(int i) {
    return (index.mode(i) & FileType.MASK) == FileType.REGULAR && !index.intentToAdd(i);
  }

  private byte[] blob(byte[] oids, int at) throws IOException {
    byte[] content = objects.blob(oids, at, MOST_BYTES);
    if (content == null) {
      throw new UnprovenException("a blob is too large to compare");
    }
    return content;
  }

  private byte[] file(byte[] path) throws IOException {
    byte[] content = files.read(PathBytes.resolve(layout.path(), path), MOST_BYTES);
    if (content == null) {
      throw new UnprovenException("a file vanished during the scan");
    }
    attributes.requireUnconverted(path, content);
    return content;
  }

  private static void require(boolean condition, String otherwise) throws UnprovenException {
    if (!condition) {
      throw new UnprovenException(otherwise);
    }
  }
}
