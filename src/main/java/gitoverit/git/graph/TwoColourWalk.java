package gitoverit.git.graph;

import gitoverit.git.AheadBehind;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import java.io.IOException;

/// A walk from two commits to their ancestors: each of the two gives its colour to all its
/// ancestors. At the end, only one side reaches a commit of one colour.
///
/// The walk takes commits from a queue in descending order, and they pass their colours to their
/// parents; a commit that gets a colour after it was taken is queued again. So when the queue is
/// empty every colour is right, whatever the order was, but then the walk has read all of history.
/// The question is when it can stop earlier. While a commit of one colour is queued, the walk
/// continues: that commit counts, and so may its ancestors. When all queued commits have both
/// colours, they pass on both colours, and continuing makes a difference only if a commit that was
/// already taken with one colour is an ancestor of a queued one.
///
/// **All queued commits are in the commit-graph.** Then no taken commit is such an ancestor.
/// Commits outside the graph are never ancestors of commits inside it. A commit inside it was taken
/// when it had the largest generation number in the queue. A commit that is queued now was in the
/// queue then, or is an ancestor of one that was, so its number is not larger, and its ancestors
/// have smaller ones. Stopping is exact. (Every step checks that numbers fall from child to
/// parent.)
///
/// **Some are outside.** Their order is the time of commit, which guarantees nothing. If no commit
/// is younger than its child, the argument above holds with times in place of numbers, and stopping
/// is exact once the first commit of the queue is older than all taken commits of one colour. git
/// stops there too, after five more commits to allow for wrong clocks; this walk reads at least as
/// many, so it is right wherever git is right. Moreover, once the walk has read a commit that is
/// younger than its child, it no longer relies on times and continues until all queued commits are
/// inside the graph or the queue is empty; if that takes too long, git must be asked.
final class TwoColourWalk {
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final int BOTH = LEFT | RIGHT;
  private static final int QUEUED = 4;

  /// The number of commits to read beyond the last one that can matter.
  private static final int SLACK = 8;

  /// The most commits of a walk whose times prove nothing; with more, asking git is faster.
  private static final int LONGEST_UNORDERED = 4096;

  private final History history;
  private final CommitTable table;
  private final CommitQueue queue;
  private int queuedOfOneColour;
  private long lowestOfOneColour = Long.MAX_VALUE;
  private int slack = SLACK;
  private boolean timesFail;

  TwoColourWalk(History history, int oidLength) {
    this.history = history;
    this.table = new CommitTable(oidLength);
    this.queue = new CommitQueue(table);
  }

  /// Walks from two commits until the numbers are known.
  AheadBehind count(ObjectId left, ObjectId right) throws IOException {
    paint(history.number(left.bytes(), 0, table), LEFT);
    paint(history.number(right.bytes(), 0, table), RIGHT);
    while (!isDecided()) {
      take(queue.poll());
    }
    return new AheadBehind(table.countColoured(LEFT), table.countColoured(RIGHT));
  }

  private boolean isDecided() throws UnprovenException {
    // The ancestors of a queued commit of one colour may have one colour too.
    if (queue.isEmpty() || queuedOfOneColour > 0) {
      return queue.isEmpty();
    }
    int first = queue.first();
    if (table.isInGraph(first)) {
      // Generation numbers are exact: every commit that can still be reached has both colours.
      return true;
    }
    if (timesFail) {
      if (table.count() > LONGEST_UNORDERED) {
        throw new UnprovenException("a long history has commit times out of order");
      }
      return false;
    }
    // Times are only nearly in order: the walk continues for a while, as git's does.
    slack = table.order(first) >= lowestOfOneColour ? SLACK : slack - 1;
    return slack < 0;
  }

  private void take(int commit) throws IOException {
    int colours = table.colours(commit) & BOTH;
    table.setColours(commit, colours);
    if (colours != BOTH) {
      queuedOfOneColour--;
      lowestOfOneColour = Math.min(lowestOfOneColour, table.order(commit));
    }
    for (int i = 0; i < table.parentCount(commit); i++) {
      int parent = table.parent(commit, i);
      paint(parent, colours);
      compare(commit, parent);
    }
  }

  /// Adds colours to a commit, and queues it if it has not had them.
  private void paint(int commit, int colours) throws IOException {
    int before = table.colours(commit);
    int after = before | colours;
    if (after == before) {
      return;
    }
    if (!table.isLoaded(commit)) {
      history.load(commit, table);
    }
    table.setColours(commit, after | QUEUED);
    boolean wasQueued = (before & QUEUED) != 0;
    if (!wasQueued) {
      queue.add(commit);
    }
    queuedOfOneColour += (after & BOTH) == BOTH ? (wasQueued ? -1 : 0) : 1;
  }

  /// Checks whether a parent comes after its child in the order.
  private void compare(int commit, int parent) throws GitFormatException {
    if (table.order(parent) < table.order(commit)) {
      return;
    }
    if (table.isInGraph(commit)) {
      throw new GitFormatException(
          "commit-graph", table.position(commit), "the generation numbers do not rise");
    }
    timesFail |= table.order(parent) > table.order(commit);
  }
}
