package gitoverit.analysis;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.AheadBehind;
import gitoverit.git.Head;
import gitoverit.git.ObjectId;
import gitoverit.git.RefName;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.UnprovenException;
import gitoverit.git.Upstream;
import gitoverit.git.commit.Commit;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;
import gitoverit.git.graph.CommitWalk;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.ref.RefDatabase;
import gitoverit.git.repo.RootIgnores;
import gitoverit.report.HeadCommit;
import gitoverit.report.HeadState;
import gitoverit.report.Tracking;
import gitoverit.schedule.Forks;
import gitoverit.status.NestedSink;
import gitoverit.status.StatusCollector;
import gitoverit.status.WorktreeChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the state of one repository from git's own files, or refuses with an [UnprovenException].
final class NativeAnalysis {
  private final FileAccess files;
  private final RootIgnores rootIgnores;
  private final StatusCollector statuses;

  /// Makes one for many repositories.
  ///
  /// @param environment tells where the user's own files are
  NativeAnalysis(FileAccess files, RootIgnores rootIgnores, Map<String, String> environment) {
    this.files = files;
    this.rootIgnores = rootIgnores;
    this.statuses = new StatusCollector(files, environment);
  }

  /// What was read.
  ///
  /// @param head HEAD and how it stands to its upstream
  /// @param submodules number of submodules
  /// @param changes the state of the worktree; null when it was not looked at
  record Facts(HeadState head, int submodules, @Nullable WorktreeChanges changes) {}

  /// Reads one repository.
  ///
  /// @param inspect whether to look at the worktree
  /// @param nestedSink is told of nested repositories
  /// @throws UnprovenException if git has to be asked
  /// @throws IOException if something cannot be read, which git may know how to deal with
  Facts read(
      RepositoryLayout layout,
      GitConfig config,
      Remotes remotes,
      boolean inspect,
      NestedSink nestedSink,
      Forks forks)
      throws IOException {
    requireKnownFormat(config);
    requireOwner(layout);
    String objectFormat = config.own().get("extensions.objectformat");
    int oidLength = "sha256".equalsIgnoreCase(objectFormat) ? 32 : 20;
    try (Directory gitDir = files.openDirectory(layout.gitDir());
        Directory commonDir = commonDir(layout, gitDir)) {
      RefDatabase refs = new RefDatabase(gitDir, commonDir, oidLength);
      try (ObjectDatabase objects =
          new ObjectDatabase(files, layout.commonDir(), oidLength, refs.hasReplaceRefs())) {
        Head head = refs.head();
        ObjectId oid = head.oid();
        Commit commit = oid == null ? null : objects.wholeCommit(oid);
        HeadState state =
            new HeadState(
                branch(head),
                headCommit(oid, commit),
                tracking(head, layout, config, remotes, refs, objects));
        WorktreeChanges changes = null;
        if (inspect) {
          StatusCollector.Subject subject =
              new StatusCollector.Subject(
                  layout, config, rootIgnores.of(layout, config), objects, oidLength);
          ObjectId tree = commit == null ? null : commit.tree();
          changes = statuses.collect(subject, tree, nestedSink, forks);
        }
        return new Facts(state, submodules(layout, oidLength, changes), changes);
      }
    }
  }

  private int submodules(RepositoryLayout layout, int oidLength, @Nullable WorktreeChanges changes)
      throws IOException {
    if (changes != null) {
      return changes.submodules();
    }
    return layout.kind() == Kind.BARE ? 0 : statuses.submodules(layout, oidLength);
  }

  /// Formats and extensions (`gitrepository-layout`, "Git Repository Format Versions") that change
  /// nothing here, or are read.
  private static void requireKnownFormat(GitConfig config) throws IOException {
    int version = config.getInt("core.repositoryformatversion", 0);
    if (version < 0 || version > 1) {
      throw new UnprovenException("the repository has format version " + version);
    }
    for (ConfigEntry entry : config) {
      if (entry.key().startsWith("extensions.")) {
        boolean known =
            switch (entry.key()) {
              case "extensions.noop",
                  "extensions.preciousobjects",
                  "extensions.partialclone",
                  "extensions.worktreeconfig" ->
                  true;
              case "extensions.objectformat" -> version == 1 && isObjectFormat(entry.value());
              default -> false;
            };
        if (!known) {
          throw new UnprovenException(entry.key() + " is set");
        }
      }
    }
  }

  private static boolean isObjectFormat(@Nullable String value) {
    return "sha1".equals(value) || "sha256".equals(value);
  }

  /// What git would refuse as of dubious ownership, unless `safe.directory` allows it, is git's to
  /// decide. In most repositories the two are one directory, which is then opened once.
  private Directory commonDir(RepositoryLayout layout, Directory gitDir) throws IOException {
    return layout.commonDir().equals(layout.gitDir())
        ? gitDir
        : files.openDirectory(layout.commonDir());
  }

  private void requireOwner(RepositoryLayout layout) throws IOException {
    FileStat stat = new FileStat();
    boolean own =
        isOwn(layout.gitDir(), stat)
            && (layout.kind() == Kind.BARE
                || (isOwn(layout.path(), stat) && isOwnDotGit(layout, stat)));
    if (!own) {
      throw new UnprovenException("the repository belongs to another user");
    }
  }

  private boolean isOwnDotGit(RepositoryLayout layout, FileStat stat) throws IOException {
    Path dotGit = layout.path().resolve(".git");
    return dotGit.equals(layout.gitDir()) || isOwn(dotGit, stat);
  }

  private boolean isOwn(Path path, FileStat stat) throws IOException {
    int userId = files.userId();
    return userId >= 0 && files.stat(path, false, stat) && stat.uid == userId;
  }

  private static @Nullable String branch(Head head) {
    RefName ref = head.ref();
    return ref == null ? null : ref.shortName();
  }

  private static @Nullable HeadCommit headCommit(@Nullable ObjectId oid, @Nullable Commit commit) {
    return oid == null || commit == null ? null : new HeadCommit(oid.toString(), commit.facts());
  }

  private @Nullable Tracking tracking(
      Head head,
      RepositoryLayout layout,
      GitConfig config,
      Remotes remotes,
      RefDatabase refs,
      ObjectDatabase objects)
      throws IOException {
    RefName ref = head.ref();
    Upstream upstream = ref == null ? null : upstream(ref, config, remotes, refs);
    if (upstream == null) {
      return null;
    }
    AheadBehind apart = apart(head.oid(), upstream, layout, config, objects);
    return new Tracking(upstream.shortName(), upstream.isGone(), apart.ahead(), apart.behind());
  }

  private static @Nullable Upstream upstream(
      RefName head, GitConfig config, Remotes remotes, RefDatabase refs) throws IOException {
    if (!head.isBranch()) {
      throw new UnprovenException("HEAD points outside of refs/heads/");
    }
    String branch = head.shortName();
    String ref = remotes.upstreamOf(branch);
    boolean local = ".".equals(config.get("branch." + branch + ".remote"));
    return ref == null ? null : refs.upstream(ref, local);
  }

  private AheadBehind apart(
      @Nullable ObjectId oid,
      Upstream upstream,
      RepositoryLayout layout,
      GitConfig config,
      ObjectDatabase objects)
      throws IOException {
    ObjectId other = upstream.oid();
    if (oid == null || other == null || other.equals(oid)) {
      return AheadBehind.EVEN;
    }
    ObjectId commit = objects.peelToCommit(other);
    if (commit == null) {
      throw new UnprovenException("the upstream is not a commit");
    }
    boolean useGraph = config.getBoolean("core.commitgraph", true);
    try (CommitWalk walk = new CommitWalk(files, layout.commonDir(), objects, useGraph)) {
      return walk.count(oid, commit);
    }
  }
}
