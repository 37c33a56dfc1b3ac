package gitoverit.git.object;

import java.io.IOException;
import java.util.Arrays;

/// A sorted table of oids in a file, with a fan-out: as in a pack's index, a multi-pack-index and a
/// commit-graph.
///
/// Oids are evenly spread, so the first guess at the place of one in its part of the table is
/// mostly right to within a window, and one read is enough.
public final class OidTable {
  private final FileWindow file;
  private final int[] fanout;
  private final long start;
  private final int stride;
  private final int perWindow;
  private final int oidLength;

  /// Creates a table.
  ///
  /// @param fanout for each first byte, the number of oids whose first byte is not larger
  /// @param start the place of the first oid in the file
  /// @param stride the distance in bytes from one oid to the next, at least its length
  public OidTable(FileWindow file, int[] fanout, long start, int stride, int oidLength) {
    this.file = file;
    this.fanout = fanout;
    this.start = start;
    this.stride = stride;
    this.perWindow = FileWindow.CAPACITY / stride;
    this.oidLength = oidLength;
  }

  /// Returns how many oids there are.
  public int count() {
    return fanout[255];
  }

  /// Returns the index of an oid; -1 if it is not in the table.
  public int find(byte[] oids, int at) throws IOException {
    int first = oids[at] & 0xFF;
    int lo = first == 0 ? 0 : fanout[first - 1];
    int hi = fanout[first];
    // Oids are spread evenly, so the first guess is mostly in the right window.
    int guess = interpolate(lo, hi, oids, at) - perWindow / 2;
    for (int misses = 0; lo < hi; misses++) {
      int from = Math.max(lo, Math.min(guess, hi - perWindow));
      int to = Math.min(hi, from + perWindow);
      boolean before = compare(from, to, from, oids, at) > 0;
      if (!before && compare(from, to, to - 1, oids, at) >= 0) {
        return search(from, to, oids, at);
      }
      // The whole window is on one side of the oid: cut it off.
      lo = before ? lo : to;
      hi = before ? from : hi;
      // After one miss the guess is the next window, then the middle, so that no table costs more
      // than log n.
      int beside = before ? hi - perWindow : lo;
      guess = misses == 0 ? beside : lo + (hi - lo - perWindow) / 2;
    }
    return -1;
  }

  private static int interpolate(int lo, int hi, byte[] oids, int at) {
    int fraction = (oids[at + 1] & 0xFF) << 16 | (oids[at + 2] & 0xFF) << 8 | (oids[at + 3] & 0xFF);
    return lo + (int) (((long) (hi - lo) * fraction) >> 24);
  }

  private int search(int from, int to, byte[] oids, int at) throws IOException {
    int lo = from;
    int hi = to;
    while (lo < hi) {
      int middle = (lo + hi) >>> 1;
      int order = compare(from, to, middle, oids, at);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        lo = middle + 1;
      } else {
        hi = middle;
      }
    }
    return -1;
  }

  /// Compares the oid at index `i` with one in an array, while `from` to `to` are in the window.
  private int compare(int from, int to, int i, byte[] oids, int at) throws IOException {
    int length = (to - from - 1) * stride + oidLength;
    int window = file.locate(start + (long) from * stride, length);
    int oid = window + (i - from) * stride;
    return Arrays.compareUnsigned(file.bytes(), oid, oid + oidLength, oids, at, at + oidLength);
  }
}
