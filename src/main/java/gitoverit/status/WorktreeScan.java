package gitoverit.status;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import gitoverit.git.UnprovenException;
import gitoverit.git.ignore.IgnoreStack;
import gitoverit.git.index.IndexFile;
import gitoverit.schedule.Forks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Walks a worktree once: compares it with its index, counts untracked files, finds the newest file
/// and reports nested repositories.
///
/// The walk goes depth first on one thread and hands files and subdirectories to free threads. Each
/// part writes its result for entry `i` into that element of one array and adds its totals at the
/// end, so the parts need no lock in between.
final class WorktreeScan {
  static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);

  /// The least number of entries that is worth another thread.
  private static final int LEAST_FORK = 128;

  private final FileAccess files;
  private final Path root;
  private final EntryRules rules;
  private final IndexFile index;
  private final NestedSink nestedSink;
  private final Forks forks;
  private final byte[] changes;

  @GuardedBy("this")
  private final ScanTotals totals = new ScanTotals();

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /// Creates a scan.
  ///
  /// @param nestedSink takes the nested repositories
  /// @param forks gives parts of the scan to other threads
  WorktreeScan(FileAccess files, Path root, EntryRules rules, NestedSink nestedSink, Forks forks) {
    this.files = files;
    this.root = root;
    this.rules = rules;
    this.index = rules.index();
    this.nestedSink = nestedSink;
    this.forks = forks;
    this.changes = new byte[index.count()];
  }

  /// Scans the whole worktree.
  ///
  /// @param ignores the ignore rules at its root, without the root's own `.gitignore`
  /// @throws UnprovenException if only git can answer
  void run(IgnoreStack ignores) throws IOException {
    DirectoryScan part = new DirectoryScan(this);
    try (Directory directory = files.openDirectory(root)) {
      part.directory(directory, 0, new Level(0, ignores, false), 0, index.count());
    } finally {
      forks.join();
    }
    add(part.totals());
    Throwable failed = failure.get();
    if (failed != null) {
      rethrow(failed);
    }
  }

  private static void rethrow(Throwable failed) throws IOException {
    switch (failed) {
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failed);
    }
  }

  /// Returns whether a thread is free.
  boolean isPartWanted() {
    return forks.wanted();
  }

  /// Gives entries of one directory that exist, from `lo` to before `hi`, to another thread;
  /// returns false if they are too few.
  boolean fork(Level level, int lo, int hi) {
    if (hi - lo < LEAST_FORK) {
      return false;
    }
    forks.fork(() -> scanPart(level, lo, hi));
    return true;
  }

  private void scanPart(Level level, int lo, int hi) {
    DirectoryScan part = new DirectoryScan(this);
    try (Directory directory = open(level, lo)) {
      part.present(directory, 0, level, lo, hi);
      add(part.totals());
    } catch (IOException | RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /// Opens the directory of a level that contains entry `i`.
  private Directory open(Level level, int i) throws IOException {
    if (level.prefix() == 0) {
      return files.openDirectory(root);
    }
    int start = index.pathStart(i);
    int end = start + level.prefix() - 1;
    return files.openDirectoryNoFollow(PathBytes.resolve(root, index.paths(), start, end));
  }

  private synchronized void add(ScanTotals part) {
    totals.add(part);
  }

  IndexFile index() {
    return index;
  }

  StatRules rules() {
    return rules.stats();
  }

  ContentCheck contents() {
    return rules.contents();
  }

  synchronized ScanTotals totals() {
    return totals;
  }

  /// Returns the letter of `git status` (Y) for entry `i`; 0 when its file is as recorded.
  byte change(int i) {
    return changes[i];
  }

  /// Records that the file of entry `i` differs.
  void changed(int i, byte letter) {
    changes[i] = letter;
  }

  /// Refuses a file that exists outside of the sparse checkout, because git then inspects it.
  void presentDespiteSkipped() throws UnprovenException {
    if (rules.stats().isSparseCheckout()) {
      throw new UnprovenException("a file exists outside of the sparse checkout");
    }
  }

  /// Reports a directory with a `.git`; returns whether the `.git` leads to a repository.
  boolean nested(Path directory) throws IOException {
    return nestedSink.nested(directory);
  }

  /// Reports a directory that the worktree ignores.
  void ignored(Directory parent, byte[] names, int from, int to) throws IOException {
    nestedSink.ignored(parent, names, from, to);
  }

  /// Reports the empty directory of a submodule.
  void emptySubmodule(Directory parent, int from, int to) throws IOException {
    nestedSink.passedOver(parent, index.paths(), from, to);
  }

  /// Reports a directory that cannot be read.
  void unreadable(AccessDeniedException cause, Directory parent, byte[] names, int from, int to) {
    nestedSink.unreadable(cause, parent, names, from, to);
  }
}
