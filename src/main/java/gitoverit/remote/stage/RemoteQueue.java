package gitoverit.remote.stage;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Chooses the next task. It comes from the lane with the fewest running tasks, so that hosts take
/// turns and a slow one does not block the others. Each lane has a limit, and all lanes together
/// have another.
///
/// Not safe for use by many threads at once.
final class RemoteQueue {
  private final int most;
  private final ToIntFunction<Lane> limits;
  private final Map<Lane, Backlog> backlogs = new LinkedHashMap<>();
  private int running;

  /// Creates an empty queue.
  ///
  /// @param most the number of tasks that may run at the same time
  /// @param limits the number for each lane
  RemoteQueue(int most, ToIntFunction<Lane> limits) {
    this.most = most;
    this.limits = limits;
  }

  /// The waiting tasks of one lane, and the number of its running ones.
  private static final class Backlog {
    private final Queue<RemoteTask> waiting = new ArrayDeque<>();
    private int limit;
    private int running;

    Backlog(int limit) {
      this.limit = limit;
    }

    boolean isReady() {
      return !waiting.isEmpty() && running < limit;
    }
  }

  private Backlog backlog(Lane lane) {
    return backlogs.computeIfAbsent(lane, l -> new Backlog(limits.applyAsInt(l)));
  }

  /// Adds a task after all others of its lane.
  void add(RemoteTask task) {
    backlog(task.lane()).waiting.add(task);
  }

  /// Removes and returns the next task, which counts as running until [#done]; null if none may
  /// start.
  @Nullable RemoteTask next() {
    Lane lane = running < most ? idlest() : null;
    if (lane == null) {
      return null;
    }
    // To the end, so that lanes of the same load take turns.
    Backlog backlog = backlog(lane);
    backlogs.remove(lane);
    backlogs.put(lane, backlog);
    backlog.running++;
    running++;
    return backlog.waiting.remove();
  }

  private @Nullable Lane idlest() {
    Lane best = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<Lane, Backlog> entry : backlogs.entrySet()) {
      Backlog backlog = entry.getValue();
      if (backlog.isReady() && backlog.running < least) {
        best = entry.getKey();
        least = backlog.running;
      }
    }
    return best;
  }

  /// Counts a task of a lane as finished.
  void done(Lane lane) {
    backlog(lane).running--;
    running--;
  }

  /// Halves the limit of a lane, for a host that does not accept that many connections.
  void throttle(Lane lane) {
    Backlog backlog = backlog(lane);
    backlog.limit = Math.max(1, backlog.limit / 2);
  }
}
