package gitoverit.fs;

import java.util.Arrays;

/// The entries of one directory: names as bytes, and each entry's type. Reusable: a scan keeps one
/// for each level it is in and fills it again and again.
public final class DirectoryListing {
  private byte[] bytes = new byte[4096];
  private int[] ends = new int[128];
  private int[] types = new int[128];
  private int count;

  /// Forgets all entries.
  public void clear() {
    count = 0;
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

  /// Returns the index of the entry called `name`, or -1.
  public int indexOf(byte[] name) {
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(bytes, start(i), ends[i], name, 0, name.length)) {
        return i;
      }
    }
    return -1;
  }

  void add(byte[] source, int from, int length, int type) {
    int start = count == 0 ? 0 : ends[count - 1];
    if (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    if (ends.length == count) {
      ends = Arrays.copyOf(ends, count * 2);
      types = Arrays.copyOf(types, count * 2);
    }
    System.arraycopy(source, from, bytes, start, length);
    ends[count] = start + length;
    types[count] = type;
    count++;
  }
}
