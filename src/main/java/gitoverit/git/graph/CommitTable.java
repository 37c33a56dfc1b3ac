package gitoverit.git.graph;

import gitoverit.git.UnprovenException;
import java.util.Arrays;

/// The commits that a walk has met, numbered from 0: about 60 bytes for each.
///
/// A commit is known by its position in the commit-graph, or by its oid when it is not in the
/// graph; never by both, since the graph is always searched first.
final class CommitTable {
  /// The most commits of a walk: more than any branch is behind, and few enough for the memory that
  /// one repository may use.
  private static final int LARGEST = 1 << 20;

  private final int oidLength;

  /// Open addressing: a commit's number plus 1, or 0.
  private int[] slots = new int[128];

  private int count;

  /// For each commit its position in the graph, or the complement of the number of its oid.
  private int[] places = new int[64];

  private long[] orders = new long[64];
  private byte[] colours = new byte[64];
  private int[] parentStarts = new int[64];
  private int[] parentCounts = new int[64];

  private byte[] oids = new byte[0];
  private int oidCount;
  private int[] parents = new int[64];
  private int parentsLength;

  CommitTable(int oidLength) {
    this.oidLength = oidLength;
  }

  /// Returns how many commits there are.
  int count() {
    return count;
  }

  /// Returns the number of the commit at a position in the graph.
  int at(int position) throws UnprovenException {
    int slot = ((position * 0x9E3779B9) >>> 8) & (slots.length - 1);
    while (slots[slot] != 0) {
      int commit = slots[slot] - 1;
      if (places[commit] == position) {
        return commit;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return add(slot, position);
  }

  /// Returns the number of the commit with an oid, which is not in the graph.
  int at(byte[] source, int from) throws UnprovenException {
    int slot = hash(source, from) & slots.length - 1;
    while (slots[slot] != 0) {
      int commit = slots[slot] - 1;
      int oid = ~places[commit] * oidLength;
      if (oid >= 0 && Arrays.equals(oids, oid, oid + oidLength, source, from, from + oidLength)) {
        return commit;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (oids.length < (oidCount + 1) * oidLength) {
      oids = Arrays.copyOf(oids, Math.max(64 * oidLength, oids.length * 2));
    }
    System.arraycopy(source, from, oids, oidCount * oidLength, oidLength);
    return add(slot, ~oidCount++);
  }

  private static int hash(byte[] bytes, int at) {
    return bytes[at + 1] << 24
        | (bytes[at + 2] & 0xFF) << 16
        | (bytes[at + 3] & 0xFF) << 8
        | (bytes[at + 4] & 0xFF);
  }

  private int add(int slot, int place) throws UnprovenException {
    if (count == LARGEST) {
      throw new UnprovenException("the history has more than " + LARGEST + " commits to walk");
    }
    if (count == places.length) {
      grow();
    }
    slots[slot] = count + 1;
    places[count] = place;
    colours[count] = 0;
    parentStarts[count] = -1;
    int commit = count++;
    if (count * 2 > slots.length) {
      rehash();
    }
    return commit;
  }

  private void grow() {
    int length = count * 2;
    places = Arrays.copyOf(places, length);
    orders = Arrays.copyOf(orders, length);
    colours = Arrays.copyOf(colours, length);
    parentStarts = Arrays.copyOf(parentStarts, length);
    parentCounts = Arrays.copyOf(parentCounts, length);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int commit = 0; commit < count; commit++) {
      int hash =
          isInGraph(commit) ? (places[commit] * 0x9E3779B9) >>> 8 : hash(oids, oidStart(commit));
      int slot = hash & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = commit + 1;
    }
  }

  /// Returns whether a commit is known by its position in the graph.
  boolean isInGraph(int commit) {
    return places[commit] >= 0;
  }

  /// Returns the position of a commit that is in the graph.
  int position(int commit) {
    return places[commit];
  }

  /// Returns the array that holds the oids of commits that are not in the graph.
  byte[] oids() {
    return oids;
  }

  /// Returns where in [#oids()] the oid of a commit outside the graph begins.
  int oidStart(int commit) {
    return ~places[commit] * oidLength;
  }

  /// Returns the colours of a commit.
  int colours(int commit) {
    return colours[commit];
  }

  /// Sets the colours of a commit.
  void setColours(int commit, int value) {
    colours[commit] = (byte) value;
  }

  /// Returns how many commits have exactly these colours.
  int countColoured(int value) {
    int number = 0;
    for (int commit = 0; commit < count; commit++) {
      number += colours[commit] == value ? 1 : 0;
    }
    return number;
  }

  /// Returns whether the parents of a commit and its order are known.
  boolean isLoaded(int commit) {
    return parentStarts[commit] >= 0;
  }

  /// Sets the order of a commit and the number of its parents, which [#addParent] adds.
  void load(int commit, long order, int parentCount) {
    orders[commit] = order;
    parentStarts[commit] = parentsLength;
    parentCounts[commit] = parentCount;
    if (parents.length < parentsLength + parentCount) {
      parents = Arrays.copyOf(parents, Math.max(parents.length * 2, parentsLength + parentCount));
    }
  }

  /// Adds the next parent of the commit that was loaded last.
  void addParent(int parent) {
    parents[parentsLength++] = parent;
  }

  /// Returns the place of a loaded commit in the order of the walk: larger ones come first.
  long order(int commit) {
    return orders[commit];
  }

  /// Returns how many parents a loaded commit has.
  int parentCount(int commit) {
    return parentCounts[commit];
  }

  /// Returns a parent of a loaded commit.
  int parent(int commit, int i) {
    return parents[parentStarts[commit] + i];
  }
}
