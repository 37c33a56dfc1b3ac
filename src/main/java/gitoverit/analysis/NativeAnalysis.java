package gitoverit.analysis;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.git.Head;
import gitoverit.git.ObjectId;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.UnprovenException;
import gitoverit.git.commit.Commit;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.ref.RefDatabase;
import gitoverit.git.repo.OpenRepository;
import gitoverit.git.repo.Repository;
import gitoverit.git.repo.RootIgnores;
import gitoverit.report.HeadState;
import gitoverit.schedule.Forks;
import gitoverit.status.NestedSink;
import gitoverit.status.StatusCollector;
import gitoverit.status.WorktreeChanges;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the state of one repository from git's own files, or refuses with an [UnprovenException].
final class NativeAnalysis {
  private final FileAccess files;
  private final RootIgnores rootIgnores;
  private final StatusCollector statuses;
  private final Admission admission;
  private final NativeHead heads;

  /// Creates an analysis for any number of repositories.
  ///
  /// @param environment determines the locations of the user's own files
  NativeAnalysis(FileAccess files, RootIgnores rootIgnores, Map<String, String> environment) {
    this.files = files;
    this.rootIgnores = rootIgnores;
    this.statuses = new StatusCollector(files, environment);
    this.admission = new Admission(files);
    this.heads = new NativeHead(files);
  }

  /// The facts that the analysis has read.
  ///
  /// @param head HEAD, and its branch against the upstream
  /// @param submodules number of submodules
  /// @param changes the state of the worktree; null when it was not inspected
  record Facts(HeadState head, int submodules, @Nullable WorktreeChanges changes) {}

  /// Reads one repository.
  ///
  /// @param inspect whether to inspect the worktree
  /// @param nestedSink takes the nested repositories
  /// @throws UnprovenException if only git can answer
  /// @throws IOException if something cannot be read; git may be able to handle that
  Facts read(Repository repository, boolean inspect, NestedSink nestedSink, Forks forks)
      throws IOException {
    admission.require(repository);
    RepositoryLayout layout = repository.layout();
    try (Directory gitDir = files.openDirectory(layout.gitDir());
        Directory commonDir = commonDir(layout, gitDir)) {
      RefDatabase refs = new RefDatabase(gitDir, commonDir, repository.format());
      boolean replaced = refs.hasReplaceRefs();
      try (ObjectDatabase objects =
          new ObjectDatabase(files, layout.commonDir(), repository.format(), replaced)) {
        return read(new OpenRepository(repository, refs, objects), inspect, nestedSink, forks);
      }
    }
  }

  /// In most repositories the two are the same directory, which is then opened once.
  private Directory commonDir(RepositoryLayout layout, Directory gitDir) throws IOException {
    return layout.commonDir().equals(layout.gitDir())
        ? gitDir
        : files.openDirectory(layout.commonDir());
  }

  private Facts read(OpenRepository opened, boolean inspect, NestedSink nestedSink, Forks forks)
      throws IOException {
    Head head = opened.refs().head();
    ObjectId oid = head.oid();
    Commit commit = oid == null ? null : opened.objects().wholeCommit(oid);
    HeadState state = heads.state(opened, head, commit);
    if (!inspect) {
      return new Facts(state, submodules(opened), null);
    }
    ObjectId tree = commit == null ? null : commit.tree();
    WorktreeChanges changes =
        statuses.collect(
            opened, rootIgnores.of(opened.layout(), opened.config()), tree, nestedSink, forks);
    return new Facts(state, changes.submodules(), changes);
  }

  private int submodules(OpenRepository opened) throws IOException {
    return opened.layout().kind() == Kind.BARE ? 0 : statuses.submodules(opened.repository());
  }
}
