package gitoverit.git.index;

import gitoverit.git.GitFormatException;
import java.util.Arrays;

/// The cache tree of an index: the directories that have a tree object equal to their entries
/// (`gitformat-index`, "Cache tree").
///
/// Nodes are numbered in the order of the file, a directory before its content; node 0 is the root.
public final class CacheTree {
  private final byte[] data;
  private final int[] nameStarts;
  private final int[] nameEnds;
  private final int[] entryCounts;
  private final int[] subtreeCounts;
  private final int[] oidStarts;
  private final int[] nexts;

  private CacheTree(Reader reader) {
    this.data = reader.data;
    this.nameStarts = Arrays.copyOf(reader.nameStarts, reader.count);
    this.nameEnds = Arrays.copyOf(reader.nameEnds, reader.count);
    this.entryCounts = Arrays.copyOf(reader.entryCounts, reader.count);
    this.subtreeCounts = Arrays.copyOf(reader.subtreeCounts, reader.count);
    this.oidStarts = Arrays.copyOf(reader.oidStarts, reader.count);
    this.nexts = Arrays.copyOf(reader.nexts, reader.count);
  }

  /// Parses the extension of `length` bytes at `start`.
  static CacheTree parse(byte[] data, int start, int length, int oidLength)
      throws GitFormatException {
    Reader reader = new Reader(data, start, start + length, oidLength);
    reader.readAll();
    return new CacheTree(reader);
  }

  /// Returns whether the tree object of a node is equal to its entries in the index.
  public boolean isValid(int node) {
    return entryCounts[node] >= 0;
  }

  /// Returns how many entries of the index a valid node covers.
  int entryCount(int node) {
    return entryCounts[node];
  }

  /// Returns how many subdirectories a node has, which follow it.
  int subtreeCount(int node) {
    return subtreeCounts[node];
  }

  /// Returns the node that follows a node and its whole content.
  public int next(int node) {
    return nexts[node];
  }

  /// Returns the node of a subdirectory of a node, by its name; -1 when there is none.
  ///
  /// Subdirectories are ordered by length, then by bytes; most are skipped by their length.
  public int child(int node, byte[] name, int from, int to) {
    int child = node + 1;
    for (int n = 0; n < subtreeCounts[node]; n++) {
      int start = nameStarts[child];
      int end = nameEnds[child];
      if (end - start == to - from && Arrays.equals(data, start, end, name, from, to)) {
        return child;
      }
      child = nexts[child];
    }
    return -1;
  }

  /// Returns the array that holds names and oids.
  public byte[] bytes() {
    return data;
  }

  /// Returns where the name of a node, relative to its parent node, begins in [#bytes()].
  public int nameStart(int node) {
    return nameStarts[node];
  }

  /// Returns where the name of a node ends.
  public int nameEnd(int node) {
    return nameEnds[node];
  }

  /// Returns where the oid of a valid node begins in [#bytes()].
  public int oidStart(int node) {
    return oidStarts[node];
  }

  private static final class Reader {
    private static final int DEPTH_LIMIT = 4096;

    private final byte[] data;
    private final int end;
    private final int oidLength;
    private int at;
    private int count;
    private int[] nameStarts = new int[16];
    private int[] nameEnds = new int[16];
    private int[] entryCounts = new int[16];
    private int[] subtreeCounts = new int[16];
    private int[] oidStarts = new int[16];
    private int[] nexts = new int[16];

    Reader(byte[] data, int start, int end, int oidLength) {
      this.data = data;
      this.at = start;
      this.end = end;
      this.oidLength = oidLength;
    }

    void readAll() throws GitFormatException {
      readNode(0);
      require(at == end);
    }

    private void readNode(int depth) throws GitFormatException {
      require(depth < DEPTH_LIMIT);
      int node = addNode();
      nameStarts[node] = at;
      while (at < end && data[at] != 0) {
        at++;
      }
      nameEnds[node] = at++;
      entryCounts[node] = number((byte) ' ');
      subtreeCounts[node] = number((byte) '\n');
      require(subtreeCounts[node] >= 0);
      if (entryCounts[node] >= 0) {
        oidStarts[node] = at;
        at += oidLength;
        require(at <= end);
      }
      for (int i = 0; i < subtreeCounts[node]; i++) {
        readNode(depth + 1);
      }
      nexts[node] = count;
    }

    private int addNode() {
      if (count == nexts.length) {
        int length = 2 * count;
        nameStarts = Arrays.copyOf(nameStarts, length);
        nameEnds = Arrays.copyOf(nameEnds, length);
        entryCounts = Arrays.copyOf(entryCounts, length);
        subtreeCounts = Arrays.copyOf(subtreeCounts, length);
        oidStarts = Arrays.copyOf(oidStarts, length);
        nexts = Arrays.copyOf(nexts, length);
      }
      return count++;
    }

    /// Reads a decimal number, perhaps negative, and the byte that ends it.
    private int number(byte terminator) throws GitFormatException {
      boolean negative = at < end && data[at] == '-';
      if (negative) {
        at++;
      }
      int value = 0;
      int first = at;
      while (at < end && data[at] >= '0' && data[at] <= '9' && at - first < 9) {
        value = value * 10 + (data[at++] - '0');
      }
      require(at > first && at < end && data[at++] == terminator);
      return negative ? -value : value;
    }

    private void require(boolean condition) throws GitFormatException {
      if (!condition) {
        throw new GitFormatException(IndexFile.SOURCE, at, "damaged cache tree");
      }
    }
  }
}
