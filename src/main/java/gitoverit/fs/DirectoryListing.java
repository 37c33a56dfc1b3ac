package gitoverit.fs;

import java.util.Arrays;

/// The entries of one directory: names as bytes, and each entry's type. Reusable: a scan keeps one
/// for each level of its descent and refills it for each directory.
public final class DirectoryListing {
  private byte[] bytes = new byte[512];
  private int[] ends = new int[32];
  private int[] types = new int[32];
  private byte[] marks = new byte[32];
  private int[] table = {};
  private int count;
  private boolean indexed;

  /// Removes all entries.
  public void clear() {
    Arrays.fill(marks, 0, count, (byte) 0);
    count = 0;
    indexed = false;
  }

  /// Returns the number of entries.
  public int count() {
    return count;
  }

  /// Returns the type of entry `i`, one of the constants of [FileType].
  public int type(int i) {
    return types[i];
  }

  /// Returns the name of entry `i` as its own array.
  public byte[] name(int i) {
    return Arrays.copyOfRange(bytes, start(i), ends[i]);
  }

  /// Returns the array that holds all names, one after the other.
  public byte[] bytes() {
    return bytes;
  }

  /// Returns where the name of entry `i` begins in [#bytes()].
  public int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  /// Returns where the name of entry `i` ends in [#bytes()].
  public int end(int i) {
    return ends[i];
  }

  /// Returns the entry whose name is in `name` from `from` to `to`; -1 when there is none.
  public int find(byte[] name, int from, int to) {
    if (!indexed) {
      buildTable();
    }
    int mask = table.length - 1;
    for (int slot = hash(name, from, to) & mask; table[slot] != 0; slot = slot + 1 & mask) {
      int i = table[slot] - 1;
      if (Arrays.equals(bytes, start(i), ends[i], name, from, to)) {
        return i;
      }
    }
    return -1;
  }

  /// Returns the entry called `name`; -1 when there is none.
  public int find(byte[] name) {
    return find(name, 0, name.length);
  }

  private void buildTable() {
    int size = Integer.highestOneBit(Math.max(count, 8)) * 4;
    if (table.length == size) {
      Arrays.fill(table, 0);
    } else {
      table = new int[size];
    }
    for (int i = 0; i < count; i++) {
      int slot = hash(bytes, start(i), ends[i]) & size - 1;
      while (table[slot] != 0) {
        slot = slot + 1 & size - 1;
      }
      table[slot] = i + 1;
    }
    indexed = true;
  }

  private static int hash(byte[] name, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + name[i];
    }
    return hash ^ hash >>> 15;
  }

  /// Marks entry `i` as accounted for.
  public void mark(int i) {
    marks[i] |= 1;
  }

  /// Returns whether [#mark(int)] was called for entry `i`.
  public boolean isMarked(int i) {
    return (marks[i] & 1) != 0;
  }

  /// Marks entry `i` as present where something else is expected.
  public void shadow(int i) {
    marks[i] |= 2;
  }

  /// Returns whether [#shadow(int)] was called for entry `i`.
  public boolean isShadowed(int i) {
    return (marks[i] & 2) != 0;
  }

  /// Sets the type of entry `i`, which the listing did not contain.
  void setType(int i, int type) {
    types[i] = type;
  }

  void add(byte[] source, int from, int length, int type) {
    int start = count == 0 ? 0 : ends[count - 1];
    if (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    if (ends.length == count) {
      ends = Arrays.copyOf(ends, count * 2);
      types = Arrays.copyOf(types, count * 2);
      marks = Arrays.copyOf(marks, count * 2);
    }
    System.arraycopy(source, from, bytes, start, length);
    ends[count] = start + length;
    types[count] = type;
    count++;
  }
}
