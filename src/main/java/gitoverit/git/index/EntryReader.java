package gitoverit.git.index;

import gitoverit.git.GitFormatException;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.util.Arrays;

/// Finds the entries of an index and their paths in the bytes of the file (`gitformat-index`,
/// "Index entry").
final class EntryReader {
  private final byte[] data;
  private final int version;
  private final int oidLength;
  private final int limit;
  private final int[] offsets;
  private final int[] starts;
  private final int[] ends;
  private byte[] paths;
  private int pathsLength;
  private int end = IndexFile.HEADER;

  /// Creates a reader for the bytes of an index file whose header counts `count` entries.
  EntryReader(byte[] data, int version, int count, int oidLength) {
    this.data = data;
    this.version = version;
    this.oidLength = oidLength;
    this.limit = data.length - oidLength;
    // An entry takes at least this many bytes, so a larger count is not trusted.
    int most = Math.max(0, (limit - IndexFile.HEADER) / (IndexFile.OID + oidLength + 4));
    int believed = count < 0 || count > most ? -1 : count;
    this.offsets = new int[Math.max(believed, 0)];
    this.starts = new int[offsets.length];
    this.ends = new int[offsets.length];
    this.paths = version == 4 ? new byte[Math.max(64, data.length)] : data;
    if (believed < 0) {
      end = -1;
    }
  }

  /// Reads all entries.
  ///
  /// @throws GitFormatException if they are damaged, or not in the order that the walk relies on
  /// @throws UnprovenException if they are those of a split index
  void read() throws IOException {
    if (end < 0) {
      throw new GitFormatException(IndexFile.SOURCE, 8, "more entries than the file can hold");
    }
    for (int i = 0; i < offsets.length; i++) {
      int header = IndexFile.OID + oidLength + 2;
      require(end + header + 2 <= limit, end);
      offsets[i] = end;
      int flags = IndexFile.int16(data, end + header - 2);
      int name = end + header + ((flags & IndexFile.EXTENDED) != 0 ? 2 : 0);
      if (version == 4) {
        readCompressed(i, name);
      } else {
        readPlain(i, name, flags & IndexFile.NAME_MASK);
      }
      require(i == 0 || inOrder(i), offsets[i]);
    }
  }

  /// Returns where each entry begins in the file.
  int[] offsets() {
    return offsets;
  }

  /// Returns the array that holds the paths: the bytes of the file unless the paths are compressed.
  byte[] paths() {
    return paths;
  }

  /// Returns where each path begins in [#paths()].
  int[] starts() {
    return starts;
  }

  /// Returns where each path ends in [#paths()].
  int[] ends() {
    return ends;
  }

  /// Returns where the entries end in the file.
  int end() {
    return end;
  }

  private void readPlain(int i, int name, int length) throws IOException {
    int to = name + length;
    if (length == IndexFile.NAME_MASK) {
      to = nul(to);
    }
    require(to < limit && data[to] == 0, offsets[i]);
    requireName(to - name);
    starts[i] = name;
    ends[i] = to;
    // Padded with 1 to 8 NUL bytes to a multiple of 8 from the beginning of the entry.
    end = offsets[i] + ((to - offsets[i] + 8) & ~7);
    require(end <= limit, offsets[i]);
  }

  /// Version 4: the number of bytes to drop from the end of the previous path, then the bytes to
  /// append.
  private void readCompressed(int i, int name) throws IOException {
    int at = name;
    int strip = data[at] & 0x7F;
    while ((data[at++] & 0x80) != 0) {
      require(at < limit && strip < 1 << 23, offsets[i]);
      strip = ((strip + 1) << 7) + (data[at] & 0x7F);
    }
    int to = nul(at);
    int kept = (i == 0 ? 0 : ends[i - 1] - starts[i - 1]) - strip;
    require(kept >= 0 && to < limit, offsets[i]);
    requireName(kept + to - at);
    appendPath(i, kept, at, to);
    end = to + 1;
  }

  private void appendPath(int i, int kept, int from, int to) throws GitFormatException {
    int length = kept + to - from;
    require(length < 1 << 16 && pathsLength < Integer.MAX_VALUE / 2 - length, offsets[i]);
    if (paths.length - pathsLength < length) {
      paths = Arrays.copyOf(paths, Math.max(paths.length * 2, pathsLength + length));
    }
    if (kept > 0) {
      System.arraycopy(paths, starts[i - 1], paths, pathsLength, kept);
    }
    System.arraycopy(data, from, paths, pathsLength + kept, to - from);
    starts[i] = pathsLength;
    pathsLength += length;
    ends[i] = pathsLength;
  }

  /// git itself refuses any other order.
  private boolean inOrder(int i) {
    int order =
        Arrays.compareUnsigned(paths, starts[i - 1], ends[i - 1], paths, starts[i], ends[i]);
    return order < 0 || (order == 0 && stage(i - 1) > 0 && stage(i - 1) < stage(i));
  }

  private int stage(int i) {
    return (IndexFile.int16(data, offsets[i] + IndexFile.OID + oidLength) >> IndexFile.STAGE_SHIFT)
        & 3;
  }

  private int nul(int from) {
    int at = from;
    while (at < limit && data[at] != 0) {
      at++;
    }
    return at;
  }

  /// In a split index, an entry that replaces one of the shared index has no name of its own.
  private static void requireName(int length) throws UnprovenException {
    if (length == 0) {
      throw new UnprovenException("an index entry has no name, as in a split index");
    }
  }

  private void require(boolean condition, int at) throws GitFormatException {
    if (!condition) {
      throw new GitFormatException(IndexFile.SOURCE, at, "damaged entry");
    }
  }
}
