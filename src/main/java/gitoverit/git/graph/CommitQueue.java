package gitoverit.git.graph;

import java.util.Arrays;

/// A heap of commits, the one with the largest order on top.
final class CommitQueue {
  private final CommitTable table;
  private int[] heap = new int[32];
  private int size;

  CommitQueue(CommitTable table) {
    this.table = table;
  }

  /// Returns whether the queue is empty.
  boolean isEmpty() {
    return size == 0;
  }

  /// Returns the commit on top.
  int first() {
    return heap[0];
  }

  /// Adds a commit.
  void add(int commit) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    int at = size++;
    for (int up = (at - 1) / 2; at > 0 && isBefore(commit, heap[up]); up = (at - 1) / 2) {
      heap[at] = heap[up];
      at = up;
    }
    heap[at] = commit;
  }

  /// Removes the commit on top and returns it.
  int poll() {
    int top = heap[0];
    int last = heap[--size];
    int at = 0;
    for (int down = firstBelow(at);
        down >= 0 && isBefore(heap[down], last);
        down = firstBelow(at)) {
      heap[at] = heap[down];
      at = down;
    }
    heap[at] = last;
    return top;
  }

  /// Returns the place below `at` that comes first; -1 if there is none.
  private int firstBelow(int at) {
    int left = 2 * at + 1;
    if (left >= size) {
      return -1;
    }
    return left + 1 < size && isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
  }

  private boolean isBefore(int a, int b) {
    return table.order(a) > table.order(b);
  }
}
