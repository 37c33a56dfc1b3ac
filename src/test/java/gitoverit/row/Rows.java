package gitoverit.row;

import gitoverit.fs.PathBytes;
import gitoverit.git.CommitFacts;
import gitoverit.git.Operation;
import gitoverit.git.RepositoryLayout;
import gitoverit.report.ChangeCounts;
import gitoverit.report.Failure;
import gitoverit.report.HeadCommit;
import gitoverit.report.HeadState;
import gitoverit.report.LineTotals;
import gitoverit.report.Provenance;
import gitoverit.report.RemoteActions;
import gitoverit.report.RemoteFailure;
import gitoverit.report.RemoteState;
import gitoverit.report.RepoCounts;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.report.SkipReason;
import gitoverit.report.Stats;
import gitoverit.report.Tracking;
import gitoverit.report.WorktreeStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Builds rows for tests: a clean repository in which a test changes one fact at a time, and a
/// collection in which everything occurs.
public final class Rows {
  private static final long LAST_COMMIT = 1_795_000_000L;
  public static final RowContext CONTEXT =
      new RowContext(
          Path.of("/home/ada/src"),
          Path.of("/home/ada"),
          () -> TimeZone.getTimeZone("Europe/Berlin"),
          Instant.parse("2026-11-24T09:00:00Z"));

  private static final String HEAD = "5f1d3a9c0b8e7d6f5a4b3c2d1e0f9a8b7c6d5e4f";

  private Path path = Path.of("/home/ada/src/demo");
  private RepositoryLayout.Kind kind = RepositoryLayout.Kind.MAIN;
  private @Nullable String branch = "main";
  private @Nullable String head = HEAD;
  private @Nullable String upstream = "origin/main";
  private boolean gone;
  private int ahead;
  private int behind;
  private @Nullable String remoteUrl = "https://github.com/ada/demo.git";
  private @Nullable String pushUrl;
  private @Nullable String ident = "Ada Lovelace <ada@example.org>";
  private int submodules;
  private int stashes;
  private List<Operation> operations = List.of();
  private String subject = "Say what it does";
  private @Nullable Long lastFetch;
  private @Nullable WorktreeStatus worktree = counts(0, 0, 0, 0, 0, 0);
  private RemoteActions actions = RemoteActions.NONE;
  private Provenance provenance = Provenance.ofNative(Stats.ofProcesses(0));

  private Rows() {}

  /// Returns a clean repository at a path.
  public static Rows at(String path) {
    Rows row = new Rows();
    row.path = Path.of(path);
    String name = path.substring(path.lastIndexOf('/') + 1);
    row.remoteUrl = "https://github.com/ada/" + name + ".git";
    return row;
  }

  public static Rows at(Path path) {
    Rows row = new Rows();
    row.path = path;
    return row;
  }

  public Rows branch(String name, @Nullable String upstreamName) {
    branch = name;
    upstream = upstreamName;
    return this;
  }

  public Rows detached() {
    branch = null;
    upstream = null;
    return this;
  }

  public Rows unborn() {
    head = null;
    worktree = new WorktreeStatus(new ChangeCounts(0, 0, 0, 0, 0, 0), LineTotals.ZERO, null);
    return branch("main", null);
  }

  public Rows lastFetch(String instant) {
    lastFetch = Instant.parse(instant).getEpochSecond();
    return this;
  }

  public Rows gone() {
    gone = true;
    return this;
  }

  public Rows aheadBehind(int aheadCount, int behindCount) {
    ahead = aheadCount;
    behind = behindCount;
    return this;
  }

  public Rows urls(@Nullable String fetch, @Nullable String push) {
    remoteUrl = fetch;
    pushUrl = push;
    return this;
  }

  public Rows ident(@Nullable String name) {
    ident = name;
    return this;
  }

  public Rows submodules(int count) {
    submodules = count;
    return this;
  }

  public Rows stashes(int count) {
    stashes = count;
    return this;
  }

  public Rows operations(Operation... inProgress) {
    operations = List.of(inProgress);
    return this;
  }

  public Rows kind(RepositoryLayout.Kind what) {
    kind = what;
    return this;
  }

  public Rows changes(
      int modified, int deleted, int untracked, int unmerged, long added, long removed) {
    worktree = counts(modified, deleted, untracked, unmerged, added, removed);
    return this;
  }

  public Rows mtime(@Nullable String instant) {
    Instant time = instant == null ? null : Instant.parse(instant);
    return worktree(Objects.requireNonNull(worktree).lines(), time);
  }

  public Rows unknownLines() {
    return worktree(null, Objects.requireNonNull(worktree).latestMtime());
  }

  private Rows worktree(@Nullable LineTotals lines, @Nullable Instant latestMtime) {
    WorktreeStatus w = Objects.requireNonNull(worktree);
    worktree = new WorktreeStatus(w.counts(), lines, latestMtime);
    return this;
  }

  public Rows metadataOnly() {
    worktree = null;
    return this;
  }

  public Rows fetchFailed() {
    actions =
        RemoteActions.ofFetch(
            new RemoteFailure(
                RemoteFailure.Cause.UNREACHABLE, "github.com", "could not resolve host"));
    return this;
  }

  public Rows askedGit(String reason) {
    provenance = Provenance.ofGit(Stats.ofProcesses(2), reason);
    return this;
  }

  public Rows subject(String text) {
    subject = text;
    return this;
  }

  public Rows plan(String... steps) {
    actions = actions.withPlan(List.of(steps));
    return this;
  }

  public Rows skipped(SkipReason reason) {
    actions = actions.withSkipped(reason);
    return this;
  }

  public RepoReport report() {
    RepositoryLayout layout =
        new RepositoryLayout(path, path.resolve(".git"), path.resolve(".git"), kind);
    return new RepoReport(
        layout,
        new HeadState(
            branch,
            head == null ? null : new HeadCommit(head, new CommitFacts(LAST_COMMIT, subject)),
            upstream == null ? null : new Tracking(upstream, gone, ahead, behind)),
        new RemoteState(remoteUrl, pushUrl, lastFetch, actions),
        ident,
        new RepoCounts(submodules, stashes),
        operations,
        worktree,
        provenance);
  }

  public RepoResult done() {
    return new RepoResult.Analyzed(report());
  }

  public static RepoResult failed(String path, Failure.Kind kind, String message) {
    return new RepoResult.Failed(
        Path.of(path), RepositoryLayout.Kind.MAIN, RemoteActions.NONE, new Failure(kind, message));
  }

  public static RepoResult failedAfterFetch(String path) {
    return new RepoResult.Failed(
        Path.of(path),
        RepositoryLayout.Kind.LINKED,
        RemoteActions.ofFetch(
            new RemoteFailure(RemoteFailure.Cause.TIMEOUT, "github.com", "timed out")),
        new Failure(Failure.Kind.TIMEOUT, "no answer within 5 s"));
  }

  private static WorktreeStatus counts(
      int modified, int deleted, int untracked, int unmerged, long added, long removed) {
    int staged = modified / 2;
    int unstaged = modified - staged + deleted;
    return new WorktreeStatus(
        new ChangeCounts(staged, unstaged, unmerged, modified, deleted, untracked),
        new LineTotals(added, removed),
        Instant.parse("2026-11-23T13:05:00.25Z"));
  }

  /// What a developer's directory looks like.
  public static List<RepoResult> everyday() {
    return List.of(
        at("/home/ada/src/gitoverit").changes(3, 1, 2, 0, 128, 17).aheadBehind(2, 0).done(),
        at("/home/ada/src/site").mtime("2026-11-22T08:15:30Z").done(),
        at("/home/ada/src/infra/terraform/environments/production")
            .branch(
                "feature/rotate-database-credentials", "origin/feature/rotate-database-credentials")
            .urls("git@gitlab.example.com:platform/infrastructure/terraform-production.git", null)
            .changes(12, 0, 1, 0, 1042, 377)
            .aheadBehind(11, 4)
            .mtime("2026-11-20T16:40:00Z")
            .done(),
        at("/home/ada/src/kernel/linux")
            .detached()
            .urls("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git", null)
            .mtime("2026-10-02T06:00:00Z")
            .done(),
        at("/home/ada/src/lib/parser")
            .branch("topic", "origin/topic")
            .gone()
            .operations(Operation.REBASE)
            .changes(4, 0, 0, 2, 20, 9)
            .stashes(3)
            .mtime("2026-09-30T21:59:59Z")
            .done(),
        at("/home/ada/src/ops")
            .urls("https://github.com/acme/ops.git", "git@github.com:acme/ops.git")
            .aheadBehind(0, 7)
            .fetchFailed()
            .mtime("2026-08-01T12:00:00Z")
            .done(),
        at("/home/ada/dotfiles")
            .urls("git@codeberg.org:ada/dotfiles.git", null)
            .changes(0, 0, 1, 0, 0, 0)
            .mtime("2025-12-31T23:30:00Z")
            .done(),
        at("/srv/git/backup.git")
            .kind(RepositoryLayout.Kind.BARE)
            .branch("main", null)
            .urls(null, null)
            .mtime(null)
            .done(),
        at("/home/ada/src/with-modules").submodules(4).mtime("2024-02-29T10:00:00Z").done(),
        failed("/home/ada/src/broken", Failure.Kind.CORRUPT, "index: bad signature"),
        at("/home/ada/src/new").unborn().urls(null, null).ident(null).done());
  }

  /// Returns rows with names that are hard to show.
  public static List<RepoResult> strange() {
    return List.of(
        at("/home/ada/src/日本語のプロジェクト").branch("機能/表示幅", "origin/機能/表示幅").done(),
        at("/home/ada/src/cafe\u0301").branch("🚀-launch", "origin/🚀-launch").done(),
        at("/home/ada/src/red\u001B[31m\nalert")
            .branch("a\u0007b", null)
            .subject("red\u001B[31m \u202Etab\t")
            .done(),
        at("/home/ada/src/evil\u202Etxt.exe").ident("Mal\u009Blory <m@x>").done(),
        at("/home/ada/src/\"quoted\"").urls("https://bob:secret@host:8443/t/r", null).done(),
        at(notUtf8()).done());
  }

  /// Returns `caf\351` below the current directory of [#CONTEXT].
  public static Path notUtf8() {
    byte[] start = "/home/ada/src/caf_".getBytes(StandardCharsets.ISO_8859_1);
    start[start.length - 1] = (byte) 0xE9;
    return PathBytes.ofAbsolute(start);
  }
}
