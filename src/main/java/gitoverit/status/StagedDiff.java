package gitoverit.status;

import gitoverit.fs.FileType;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.UnprovenException;
import gitoverit.git.index.CacheTree;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.TreeCursor;
import gitoverit.git.object.TreeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the tree of HEAD with the index, which gives the X of `git status`.
///
/// The cache tree of the index names for each directory the tree object that equals its entries.
/// Where HEAD has the same tree, nothing is read or compared. Elsewhere the tree object and the
/// entries, both in byte order, are merged.
final class StagedDiff {
  /// The number of changes beyond which a git process counts their lines more cheaply.
  static final int MOST_LISTED = 100;

  private static final byte[] ROOT = {};

  private final IndexFile index;
  private final byte[] paths;
  private final TreeSource trees;
  private final int oidLength;
  private byte @Nullable [] changes;
  private final List<Change> listed = new ArrayList<>();
  private int added;
  private int deleted;
  private boolean overflowed;

  /// One path that differs.
  ///
  /// @param entry its entry in the index; -1 when it is in HEAD only
  /// @param path its path
  /// @param oid its blob in HEAD; null when it is in the index only
  /// @param mode its mode in HEAD; that of the index when it is in the index only
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Change(int entry, byte[] path, byte @Nullable [] oid, int mode) {

    /// Returns whether it is a regular file in HEAD.
    boolean isFile() {
      return (mode & FileType.MASK) == FileType.REGULAR;
    }
  }

  StagedDiff(IndexFile index, TreeSource trees, ObjectFormat format) {
    this.index = index;
    this.paths = index.paths();
    this.trees = trees;
    this.oidLength = format.oidLength();
  }

  /// Compares with a tree.
  ///
  /// @param tree oid of the tree of HEAD; null on an unborn branch
  void compare(byte @Nullable [] tree) throws IOException {
    if (tree == null) {
      addAll(0, index.count());
    } else {
      directory(tree, 0, index.cacheTree() == null ? -1 : 0, ROOT, 0, index.count());
    }
  }

  /// Returns the letter of entry `i`: `A`, `M` or `T`; 0 when it equals that of HEAD.
  byte change(int i) {
    return changes == null ? 0 : changes[i];
  }

  /// Returns whether [#changes()] has all changes; false when there are too many to be of use.
  boolean isListed() {
    return !overflowed;
  }

  /// Returns the changes.
  List<Change> changes() {
    return listed;
  }

  private void list(int entry, byte[] path, byte @Nullable [] oid, int mode) {
    if (listed.size() < MOST_LISTED) {
      listed.add(new Change(entry, path, oid, mode));
    } else {
      overflowed = true;
    }
  }

  /// Returns the number of paths that are in HEAD only.
  int deleted() {
    return deleted;
  }

  /// Returns the number of entries that are in the index only.
  int added() {
    return added;
  }

  private void changed(int i, byte letter) {
    if (changes == null) {
      changes = new byte[index.count()];
    }
    changes[i] = letter;
  }

  /// Compares one directory.
  ///
  /// @param oids contains the oid of its tree at `oid`
  /// @param node its node of the cache tree; -1 without one
  /// @param path its path, with the slash at its end
  /// @param lo its first entry
  /// @param hi the entry after its last
  private void directory(byte[] oids, int oid, int node, byte[] path, int lo, int hi)
      throws IOException {
    CacheTree cache = index.cacheTree();
    if (cache != null
        && node >= 0
        && cache.isValid(node)
        && sameOid(cache.bytes(), cache.oidStart(node), oids, oid)) {
      return;
    }
    byte[] tree = trees.tree(oids, oid);
    TreeCursor cursor = new TreeCursor(tree, oidLength);
    int i = lo;
    while (cursor.next()) {
      i = addBefore(cursor, path.length, i, hi);
      i = cursor.isTree() ? subtree(cursor, node, path, i, hi) : blob(cursor, path, i, hi);
    }
    addAll(i, hi);
  }

  private boolean sameOid(byte[] a, int from, byte[] b, int at) {
    return Arrays.equals(a, from, from + oidLength, b, at, at + oidLength);
  }

  /// Records the entries before the cursor's path as added; returns the first other entry.
  private int addBefore(TreeCursor cursor, int prefix, int from, int hi) throws IOException {
    int i = from;
    while (i < hi && cursor.compareTo(paths, index.pathStart(i) + prefix, index.pathEnd(i)) > 0) {
      i++;
    }
    addAll(from, i);
    return i;
  }

  private void addAll(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      if (index.stage(i) == 0 && !index.intentToAdd(i)) {
        changed(i, (byte) 'A');
        added++;
        if (!overflowed) {
          list(i, index.path(i), null, index.mode(i));
        }
      }
    }
  }

  /// Compares a tree entry that is not a tree with the index entry `i`, if that has the same path.
  private int blob(TreeCursor cursor, byte[] path, int i, int hi) throws IOException {
    int prefix = path.length;
    if (i == hi || !cursor.isNamed(paths, index.pathStart(i) + prefix, index.pathEnd(i))) {
      delete(cursor, path);
      return i;
    }
    if (index.intentToAdd(i)) {
      throw new UnprovenException("a path that HEAD has is marked with intent to add");
    }
    if (index.stage(i) == 0) {
      compareFile(cursor, i);
      return i + 1;
    }
    int end = i + 1;
    while (end < hi && cursor.isNamed(paths, index.pathStart(end) + prefix, index.pathEnd(end))) {
      end++;
    }
    return end;
  }

  private void compareFile(TreeCursor cursor, int i) {
    int mode = index.mode(i);
    if ((mode & FileType.MASK) != (cursor.mode() & FileType.MASK)) {
      changed(i, (byte) 'T');
      list(i, index.path(i), cursor.oid(), cursor.mode());
    } else if (canonical(mode) != canonical(cursor.mode())
        || !sameOid(index.oidBytes(), index.oidStart(i), cursor.bytes(), cursor.oidStart())) {
      changed(i, (byte) 'M');
      list(i, index.path(i), cursor.oid(), cursor.mode());
    }
  }

  private void delete(TreeCursor cursor, byte[] path) {
    deleted++;
    if (!overflowed) {
      list(-1, cursor.append(path, false), cursor.oid(), cursor.mode());
    }
  }

  /// Old trees have permission bits that git no longer records; only the executable bit counts.
  private static int canonical(int mode) {
    boolean regular = (mode & FileType.MASK) == FileType.REGULAR;
    return regular ? FileType.REGULAR | ((mode & 0100) != 0 ? 0755 : 0644) : mode & FileType.MASK;
  }

  private int subtree(TreeCursor cursor, int node, byte[] path, int lo, int hi) throws IOException {
    int prefix = path.length;
    byte[] below = cursor.append(path, true);
    if (lo == hi || !cursor.isDirectoryOf(paths, index.pathStart(lo) + prefix, index.pathEnd(lo))) {
      deleteTree(cursor.bytes(), cursor.oidStart(), below, 0);
      return lo;
    }
    int end = index.endOfDirectory(lo, hi, below.length);
    directory(cursor.bytes(), cursor.oidStart(), childNode(node, cursor), below, lo, end);
    return end;
  }

  private int childNode(int node, TreeCursor cursor) {
    CacheTree cache = index.cacheTree();
    return cache == null || node < 0
        ? -1
        : cache.child(node, cursor.bytes(), cursor.nameStart(), cursor.nameEnd());
  }

  /// Counts the files of a tree that is missing from the index.
  private void deleteTree(byte[] oids, int oid, byte[] path, int depth) throws IOException {
    if (depth > 1000) {
      throw new GitFormatException("tree", 0, "nested too deeply");
    }
    TreeCursor cursor = new TreeCursor(trees.tree(oids, oid), oidLength);
    while (cursor.next()) {
      if (cursor.isTree()) {
        deleteTree(cursor.bytes(), cursor.oidStart(), cursor.append(path, true), depth + 1);
      } else {
        delete(cursor, path);
      }
    }
  }
}
