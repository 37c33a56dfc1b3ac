package gitoverit.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The totals of one part of a scan. They are added up when the part is done, so that parts share
/// nothing while they run.
final class ScanTotals {
  int untracked;
  int stats;
  int directoriesListed;
  int filesHashed;
  private long newestSeconds = Long.MIN_VALUE;
  private int newestNanos;

  /// Records a modification time.
  void noteTime(long seconds, int nanos) {
    if (seconds > newestSeconds || (seconds == newestSeconds && nanos > newestNanos)) {
      newestSeconds = seconds;
      newestNanos = nanos;
    }
  }

  /// Returns the newest recorded time; null without one.
  @Nullable Instant newest() {
    return newestSeconds == Long.MIN_VALUE
        ? null
        : Instant.ofEpochSecond(newestSeconds, newestNanos);
  }

  void add(ScanTotals other) {
    untracked += other.untracked;
    stats += other.stats;
    directoriesListed += other.directoriesListed;
    filesHashed += other.filesHashed;
    noteTime(other.newestSeconds, other.newestNanos);
  }
}
