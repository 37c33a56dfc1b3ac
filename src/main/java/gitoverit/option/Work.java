package gitoverit.option;

import gitoverit.remote.RemoteOptions;
import gitoverit.remote.RemoteOptions.Mode;
import org.jspecify.annotations.Nullable;

/// The analysis of repositories, and the work with remotes before it.
///
/// @param remotes the work with remotes; null for none
/// @param parallel whether to use threads
/// @param workers the number of threads, at least 1
/// @param metadataOnly whether to skip worktrees
/// @param timeoutMillis the time limit for the analysis of one repository
public record Work(
    @Nullable RemoteOptions remotes,
    boolean parallel,
    int workers,
    boolean metadataOnly,
    long timeoutMillis) {
  /// The default time limit. A longer analysis is stuck rather than slow.
  public static final long DEFAULT_TIMEOUT_MILLIS = 120_000;

  private static final int MOST_USUAL_WORKERS = 8;

  /// @param processors the number of processors of the machine
  static Work of(GivenOptions given, int processors) throws UsageException {
    Integer asked = given.value(Flag.WORKERS, Flag.JOBS, Integer.class);
    int workers = asked == null ? usualWorkers(processors) : Math.max(1, asked);
    GivenOption last = given.last(Flag.PARALLEL, Flag.NO_PARALLEL);
    boolean parallel = last == null || last.flag() == Flag.PARALLEL;
    boolean oneByOne = !parallel || (asked != null && workers == 1);
    return new Work(
        remotes(given, oneByOne),
        parallel,
        workers,
        given.has(Flag.METADATA_ONLY),
        given.value(Flag.TIMEOUT, Long.class, DEFAULT_TIMEOUT_MILLIS));
  }

  private static int usualWorkers(int processors) {
    return processors <= 2 ? processors : Math.min(processors - 1, MOST_USUAL_WORKERS);
  }

  private static @Nullable RemoteOptions remotes(GivenOptions given, boolean oneByOne)
      throws UsageException {
    boolean pull = given.has(Flag.PULL_SAFE);
    boolean push = given.has(Flag.PUSH_SAFE);
    if (!pull && !push && !given.has(Flag.FETCH)) {
      given.refuse(Flag.DRY_RUN, "needs --fetch, --pull-safe or --push-safe");
      return null;
    }
    return RemoteOptions.fetch()
        .with(Mode.PULL, pull)
        .with(Mode.PUSH, push)
        .with(Mode.DRY_RUN, given.has(Flag.DRY_RUN))
        .with(Mode.ONE_BY_ONE, oneByOne)
        .with(Mode.NO_SETTINGS, given.has(Flag.NO_CONFIG));
  }
}
