package gitoverit.status;

/// What one part of a scan has counted: added up when the part is done, so that parts share nothing
/// while they run.
final class ScanTotals {
  int untracked;
  int stats;
  int directoriesListed;
  int filesHashed;
  private long newestSeconds = Long.MIN_VALUE;
  private int newestNanos;

  /// Takes note of a modification time.
  void noteTime(long seconds, int nanos) {
    if (seconds > newestSeconds || (seconds == newestSeconds && nanos > newestNanos)) {
      newestSeconds = seconds;
      newestNanos = nanos;
    }
  }

  boolean hasTime() {
    return newestSeconds != Long.MIN_VALUE;
  }

  long newestSeconds() {
    return newestSeconds;
  }

  int newestNanos() {
    return newestNanos;
  }

  void add(ScanTotals other) {
    untracked += other.untracked;
    stats += other.stats;
    directoriesListed += other.directoriesListed;
    filesHashed += other.filesHashed;
    if (other.hasTime()) {
      noteTime(other.newestSeconds, other.newestNanos);
    }
  }
}
