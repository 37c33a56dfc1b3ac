package gitoverit.git.index;

import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectFormat;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The index of a worktree (`gitformat-index`, versions 2 to 4), as the bytes of its file.
///
/// Entries are numbered from 0 in the order of the file, which is that of their paths in byte
/// order, then of their stages. Nothing is allocated for an entry: callers get numbers, and places
/// in [#paths()]. Immutable, and safe for use by many threads.
///
/// An index that depends on another file (split index), omits entries (sparse index) or has an
/// unknown required extension is refused as unproven: git must be asked.
public final class IndexFile {
  static final String SOURCE = "index";
  static final int HEADER = 12;

  /// `DIRC`, the signature of an index.
  private static final int SIGNATURE = 0x44495243;

  /// `TREE`, the signature of the cache tree.
  private static final int TREE = 0x54524545;

  // The offsets of the parts of an entry, and the bits of its flags.
  private static final int MODE = 24;
  private static final int TYPE = 0170000;
  private static final int GITLINK = 0160000;
  static final int OID = 40;
  static final int NAME_MASK = 0xFFF;
  static final int STAGE_SHIFT = 12;
  static final int EXTENDED = 0x4000;
  private static final int ASSUME_VALID = 0x8000;
  private static final int SKIP_WORKTREE = 0x4000;
  private static final int INTENT_TO_ADD = 0x2000;

  private final byte[] data;
  private final int oidLength;
  private final int[] entries;
  private final byte[] paths;
  private final int[] pathStarts;
  private final int[] pathEnds;
  private final @Nullable CacheTree cacheTree;

  private IndexFile(byte[] data, int oidLength, EntryReader read, @Nullable CacheTree cacheTree) {
    this.data = data;
    this.oidLength = oidLength;
    this.entries = read.offsets();
    this.paths = read.paths();
    this.pathStarts = read.starts();
    this.pathEnds = read.ends();
    this.cacheTree = cacheTree;
  }

  /// Parses the bytes of an index file, which are kept and must not change.
  ///
  /// @param format the format of the repository's object ids
  /// @throws GitFormatException if they are damaged
  /// @throws UnprovenException if they are of an unsupported kind
  public static IndexFile parse(byte[] data, ObjectFormat format) throws IOException {
    int oidLength = format.oidLength();
    if (data.length < HEADER + oidLength || int32(data, 0) != SIGNATURE) {
      throw new GitFormatException(SOURCE, 0, "not an index: the signature is missing");
    }
    int version = int32(data, 4);
    if (version < 2 || version > 4) {
      throw new UnprovenException("the index has version " + version);
    }
    EntryReader entries = new EntryReader(data, version, int32(data, 8), oidLength);
    entries.read();
    return new IndexFile(data, oidLength, entries, readExtensions(data, entries.end(), oidLength));
  }

  /// Returns an index without entries, which a missing file means.
  public static IndexFile empty() {
    EntryReader none = new EntryReader(new byte[0], 2, 0, ObjectFormat.SHA1.oidLength());
    return new IndexFile(new byte[0], ObjectFormat.SHA1.oidLength(), none, null);
  }

  private static @Nullable CacheTree readExtensions(byte[] data, int from, int oidLength)
      throws IOException {
    CacheTree tree = null;
    int end = data.length - oidLength;
    int at = from;
    while (at + 8 <= end) {
      int signature = int32(data, at);
      int length = int32(data, at + 4);
      if (length < 0 || length > end - at - 8) {
        throw new GitFormatException(SOURCE, at, "an extension is longer than the file");
      }
      if (signature == TREE) {
        tree = CacheTree.parse(data, at + 8, length, oidLength);
      } else if (data[at] < 'A' || data[at] > 'Z') {
        throw new UnprovenException(
            "the index has an unknown extension '" + signature(data, at) + "'");
      }
      at += 8 + length;
    }
    return tree;
  }

  private static String signature(byte[] data, int at) {
    StringBuilder name = new StringBuilder();
    for (int i = at; i < at + 4; i++) {
      name.append(data[i] >= ' ' && data[i] < 127 ? (char) data[i] : '?');
    }
    return name.toString();
  }

  /// Returns the number of entries.
  public int count() {
    return entries.length;
  }

  /// Returns the cache tree; null when the file has none.
  public @Nullable CacheTree cacheTree() {
    return cacheTree;
  }

  /// Returns the array that holds the paths of all entries.
  public byte[] paths() {
    return paths;
  }

  /// Returns where the path of entry `i` begins in [#paths()].
  public int pathStart(int i) {
    return pathStarts[i];
  }

  /// Returns where the path of entry `i` ends in [#paths()].
  public int pathEnd(int i) {
    return pathEnds[i];
  }

  /// Returns the path of entry `i` as its own array.
  public byte[] path(int i) {
    return Arrays.copyOfRange(paths, pathStarts[i], pathEnds[i]);
  }

  /// Returns whether two entries have the same path.
  public boolean samePath(int i, int j) {
    return Arrays.equals(paths, pathStarts[i], pathEnds[i], paths, pathStarts[j], pathEnds[j]);
  }

  /// Returns the first entry from `i` on, at most `hi`, whose first `length` bytes are not those of
  /// entry `i`, so that a directory ends before it. The search doubles its steps, then becomes a
  /// binary search.
  public int endOfDirectory(int i, int hi, int length) {
    int step = 1;
    int low = i;
    while (low + step < hi && isWithin(low + step, i, length)) {
      low += step;
      step *= 2;
    }
    int high = Math.min(low + step, hi);
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (isWithin(middle, i, length)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  private boolean isWithin(int j, int i, int length) {
    int a = pathStarts[j];
    int b = pathStarts[i];
    return pathEnds[j] - a > length && Arrays.equals(paths, a, a + length, paths, b, b + length);
  }

  /// Returns the first entry of a path; a negative number when there is none.
  public int find(byte[] path) {
    int low = 0;
    int high = entries.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(paths, pathStarts[middle], pathEnds[middle], path, 0, path.length);
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found =
        low < entries.length
            && Arrays.equals(paths, pathStarts[low], pathEnds[low], path, 0, path.length);
    return found ? low : -1 - low;
  }

  /// Returns the mode of entry `i`: type and permission bits, such as `0100644`.
  public int mode(int i) {
    return int32(data, entries[i] + MODE);
  }

  /// Returns whether entry `i` is a gitlink, the commit of a submodule.
  public boolean isGitlink(int i) {
    return (mode(i) & TYPE) == GITLINK;
  }

  /// Returns the recorded change time of entry `i`, seconds modulo 2^32.
  public int ctimeSeconds(int i) {
    return int32(data, entries[i]);
  }

  /// Returns the nanoseconds of the recorded change time.
  public int ctimeNanos(int i) {
    return int32(data, entries[i] + 4);
  }

  /// Returns the recorded modification time of entry `i`, seconds modulo 2^32.
  public int mtimeSeconds(int i) {
    return int32(data, entries[i] + 8);
  }

  /// Returns the nanoseconds of the recorded modification time.
  public int mtimeNanos(int i) {
    return int32(data, entries[i] + 12);
  }

  /// Returns the recorded inode number modulo 2^32.
  public int inode(int i) {
    return int32(data, entries[i] + 20);
  }

  /// Returns the recorded user id.
  public int uid(int i) {
    return int32(data, entries[i] + 28);
  }

  /// Returns the recorded group id.
  public int gid(int i) {
    return int32(data, entries[i] + 32);
  }

  /// Returns the recorded size modulo 2^32; 0 also for an entry that git has marked as untrusted.
  public int size(int i) {
    return int32(data, entries[i] + 36);
  }

  /// Returns the array that holds the object id of entry `i` at [#oidStart(int)].
  public byte[] oidBytes() {
    return data;
  }

  /// Returns where the object id of entry `i` begins in [#oidBytes()].
  public int oidStart(int i) {
    return entries[i] + OID;
  }

  /// Returns whether entry `i` has no special flag, like nearly all: its stage is 0, it is neither
  /// assumed valid nor skipped, and its content was added.
  public boolean isOrdinary(int i) {
    return (flags(i) & ~NAME_MASK) == 0;
  }

  /// Returns the stage of entry `i`: 0, or 1 to 3 when unmerged.
  public int stage(int i) {
    return (flags(i) >> STAGE_SHIFT) & 3;
  }

  /// Returns whether entry `i` is marked by `git update-index --assume-unchanged`.
  public boolean assumeValid(int i) {
    return (flags(i) & ASSUME_VALID) != 0;
  }

  /// Returns whether entry `i` is outside of a sparse checkout.
  public boolean skipWorktree(int i) {
    return (extendedFlags(i) & SKIP_WORKTREE) != 0;
  }

  /// Returns whether entry `i` was added by `git add --intent-to-add`.
  public boolean intentToAdd(int i) {
    return (extendedFlags(i) & INTENT_TO_ADD) != 0;
  }

  private int flags(int i) {
    return int16(data, entries[i] + OID + oidLength);
  }

  private int extendedFlags(int i) {
    return (flags(i) & EXTENDED) == 0 ? 0 : int16(data, entries[i] + OID + oidLength + 2);
  }

  static int int32(byte[] data, int at) {
    return data[at] << 24
        | (data[at + 1] & 0xFF) << 16
        | (data[at + 2] & 0xFF) << 8
        | (data[at + 3] & 0xFF);
  }

  static int int16(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
  }
}
