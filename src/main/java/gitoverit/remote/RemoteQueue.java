package gitoverit.remote;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Decides which task is to be done next: the next of the lane that has fewest under way, so that
/// hosts take turns and no slow one keeps the others waiting, and never more than a lane, or all of
/// them together, may have.
///
/// Not safe for use by many threads at once.
final class RemoteQueue {
  private final int most;
  private final ToIntFunction<String> limits;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private int running;

  /// Makes an empty queue.
  ///
  /// @param most how many tasks may be under way at once
  /// @param limits tells how many of a lane may be
  RemoteQueue(int most, ToIntFunction<String> limits) {
    this.most = most;
    this.limits = limits;
  }

  /// What waits for one host.
  private static final class Lane {
    private final Queue<RemoteTask> waiting = new ArrayDeque<>();
    private int limit;
    private int running;

    Lane(int limit) {
      this.limit = limit;
    }
  }

  private Lane lane(String name) {
    return lanes.computeIfAbsent(name, n -> new Lane(limits.applyAsInt(n)));
  }

  /// Adds a task after all others of its lane.
  void add(RemoteTask task) {
    lane(task.lane()).waiting.add(task);
  }

  /// Takes the next task, which counts as under way until [#done]; null when none may be begun.
  @Nullable RemoteTask next() {
    String best = running < most ? idlest() : null;
    if (best == null) {
      return null;
    }
    // To the end, so that lanes of the same load take turns.
    Lane lane = lane(best);
    lanes.remove(best);
    lanes.put(best, lane);
    lane.running++;
    running++;
    return lane.waiting.remove();
  }

  private @Nullable String idlest() {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
      Lane lane = entry.getValue();
      boolean may = !lane.waiting.isEmpty() && lane.running < lane.limit;
      if (may && lane.running < least) {
        best = entry.getKey();
        least = lane.running;
      }
    }
    return best;
  }

  /// Takes a task of a lane to be over.
  void done(String lane) {
    lane(lane).running--;
    running--;
  }

  /// Halves what a lane may have, for a host that does not take so many connections.
  void throttle(String lane) {
    Lane throttled = lane(lane);
    throttled.limit = Math.max(1, throttled.limit / 2);
  }
}
