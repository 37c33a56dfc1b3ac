package gitoverit.git.object;

import gitoverit.fs.FileType;
import gitoverit.git.GitFormatException;
import java.util.Arrays;

/// Iterates over the entries of a tree object, which are in the order of their names, with the name
/// of a subtree as if it ended in a slash.
public final class TreeCursor {
  private static final int TREE = 040000;

  private final byte[] bytes;
  private final int oidLength;
  private int next;
  private int mode;
  private int nameStart;
  private int nameEnd;

  /// Creates a cursor before the first entry.
  ///
  /// @param bytes the content of the tree, as [TreeSource] returns it
  /// @param oidLength the length of an object id in bytes
  public TreeCursor(byte[] bytes, int oidLength) {
    this.bytes = bytes;
    this.oidLength = oidLength;
  }

  /// Goes to the next entry; false after the last.
  public boolean next() throws GitFormatException {
    if (next == bytes.length) {
      return false;
    }
    int at = next;
    mode = 0;
    while (at < bytes.length && bytes[at] != ' ') {
      require(bytes[at] >= '0' && bytes[at] <= '7' && at - next < 7);
      mode = mode * 8 + (bytes[at++] - '0');
    }
    nameStart = ++at;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    nameEnd = at;
    next = at + 1 + oidLength;
    require(nameEnd > nameStart && next <= bytes.length);
    return true;
  }

  private void require(boolean condition) throws GitFormatException {
    if (!condition) {
      throw new GitFormatException("tree", next, "damaged entry");
    }
  }

  /// Returns whether this entry is a subtree.
  public boolean isTree() {
    return (mode & FileType.MASK) == TREE;
  }

  /// Returns the mode of this entry as it is recorded.
  public int mode() {
    return mode;
  }

  /// Returns the array that holds the name and the oid.
  public byte[] bytes() {
    return bytes;
  }

  /// Returns where the oid begins in [#bytes()].
  public int oidStart() {
    return nameEnd + 1;
  }

  /// Returns the oid as its own array.
  public byte[] oid() {
    return Arrays.copyOfRange(bytes, oidStart(), next);
  }

  /// Returns the path of this entry in a directory whose path ends in a slash or is empty.
  ///
  /// @param slash whether to add a slash at its end
  public byte[] append(byte[] path, boolean slash) {
    byte[] whole = Arrays.copyOf(path, path.length + nameLength() + (slash ? 1 : 0));
    System.arraycopy(bytes, nameStart, whole, path.length, nameLength());
    if (slash) {
      whole[whole.length - 1] = '/';
    }
    return whole;
  }

  /// Returns where the name begins in [#bytes()].
  public int nameStart() {
    return nameStart;
  }

  /// Returns where the name ends in [#bytes()].
  public int nameEnd() {
    return nameEnd;
  }

  private int nameLength() {
    return nameEnd - nameStart;
  }

  /// Returns whether this entry has the name in an array.
  public boolean isNamed(byte[] other, int from, int to) {
    return Arrays.equals(bytes, nameStart, nameEnd, other, from, to);
  }

  /// Returns whether a path is inside the directory of this entry.
  public boolean isDirectoryOf(byte[] other, int from, int to) {
    int slash = from + nameLength();
    return slash < to
        && other[slash] == '/'
        && Arrays.equals(bytes, nameStart, nameEnd, other, from, slash);
  }

  /// Compares this entry, a tree as if its name ended in a slash, with a path of the index: 0 when
  /// the path is the entry's or below it.
  public int compareTo(byte[] path, int from, int to) {
    int length = Math.min(nameLength(), to - from);
    int order =
        Arrays.compareUnsigned(bytes, nameStart, nameStart + length, path, from, from + length);
    if (order != 0) {
      return order;
    }
    int mine = length < nameLength() ? bytes[nameStart + length] & 0xFF : isTree() ? '/' : -1;
    int other = length < to - from ? path[from + length] & 0xFF : -1;
    return Integer.compare(mine, other);
  }
}
