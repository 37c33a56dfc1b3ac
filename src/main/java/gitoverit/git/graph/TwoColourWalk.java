package gitoverit.git.graph;

import gitoverit.git.AheadBehind;
import gitoverit.git.GitFormatException;
import gitoverit.git.ObjectId;
import gitoverit.git.UnprovenException;
import java.io.IOException;

/// One walk from two commits down: each gives its colour to all its ancestors. In the end a commit
/// of one colour is one that only that side reaches.
///
/// Commits are taken from a queue in descending order and hand their colours to their parents; one
/// that gets a colour after it was taken is queued again. So when the queue is empty every colour
/// is right, in whatever order they came, but then all of history was walked. The question is when
/// to stop before. While one of a single colour is queued it goes on: that one counts, and so may
/// its ancestors. When all that are queued have both colours, what they would hand on is both
/// colours, and to go on makes a difference only if a commit that was already taken with one colour
/// is an ancestor of one that is queued.
///
/// **All queued commits are in the commit-graph.** None is, then. Those outside the graph are never
/// ancestors of those inside. A taken commit inside it came when it had the largest generation
/// number of all queued; what is queued now is one of these or, by way of parents, below one of
/// these, so it has no larger number, and its ancestors have smaller ones. Stopping is exact. (That
/// numbers do fall from child to parent is checked on every step.)
///
/// **Some are outside.** Their order is the time of commit, which is a promise of nobody. If no
/// commit is younger than its child, the argument above holds with times for numbers, and stopping
/// is exact once the first of the queue is older than all taken commits of one colour. git stops
/// there as well, after five more commits to make up for clocks that went wrong; this walk looks at
/// no fewer, so wherever git has it right this is right as well. Beyond that, once a commit was
/// seen that is younger than its child, times prove nothing here, and the walk goes on until all
/// that is queued is inside the graph or nothing is; if that becomes too long git is to be asked.
final class TwoColourWalk {
  private static final int LEFT = 1;
  private static final int RIGHT = 2;
  private static final int BOTH = LEFT | RIGHT;
  private static final int QUEUED = 4;

  /// How many commits beyond the last that can matter are looked at.
  private static final int SLACK = 8;

  /// How many commits a walk may meet whose times prove nothing; with more, to ask git is faster.
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

  /// Walks from two commits until it is known how far they are apart.
  AheadBehind count(ObjectId left, ObjectId right) throws IOException {
    paint(history.number(left.bytes(), 0, table), LEFT);
    paint(history.number(right.bytes(), 0, table), RIGHT);
    while (!isDecided()) {
      take(queue.poll());
    }
    return new AheadBehind(table.countColoured(LEFT), table.countColoured(RIGHT));
  }

  private boolean isDecided() throws UnprovenException {
    // The ancestors of a queued commit of one colour may be of one colour too.
    if (queue.isEmpty() || queuedOfOneColour > 0) {
      return queue.isEmpty();
    }
    int first = queue.first();
    if (table.isInGraph(first)) {
      // Generation numbers are exact: all that can still be reached is of both colours.
      return true;
    }
    if (timesFail) {
      if (table.count() > LONGEST_UNORDERED) {
        throw new UnprovenException("a long history has commit times out of order");
      }
      return false;
    }
    // Times are only nearly in order: the walk goes on for a while, as git's does.
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

  /// Looks whether a parent comes after its child in the order.
  private void compare(int commit, int parent) throws GitFormatException {
    if (table.order(parent) < table.order(commit)) {
      return;
    }
    if (table.isInGraph(commit)) {
      throw new GitFormatException(
          "commit-graph", table.position(commit), "generation numbers that do not rise");
    }
    timesFail |= table.order(parent) > table.order(commit);
  }
}
