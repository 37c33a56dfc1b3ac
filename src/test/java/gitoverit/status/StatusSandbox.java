package gitoverit.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import gitoverit.fs.Directory;
import gitoverit.fs.FileAccess;
import gitoverit.git.ObjectId;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.GitConfig;
import gitoverit.git.config.Remotes;
import gitoverit.git.index.IndexFile;
import gitoverit.git.object.ObjectDatabase;
import gitoverit.git.ref.RefDatabase;
import gitoverit.git.repo.LayoutReader;
import gitoverit.git.repo.OpenRepository;
import gitoverit.git.repo.Repository;
import gitoverit.git.repo.RootIgnores;
import gitoverit.schedule.Forks;
import gitoverit.testing.GitSandbox.Repo;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the status of a repository of a sandbox, without git as a fallback.
final class StatusSandbox {
  private static final FileAccess FILES = FileAccess.create();

  private final Repo repo;
  private final List<String> reported = new ArrayList<>();

  StatusSandbox(Repo repo) {
    this.repo = repo;
  }

  /// Returns what the scan reported to its nested sink, as `nested dir`.
  List<String> reported() {
    return reported;
  }

  Repository repository() throws IOException {
    RepositoryLayout layout = new LayoutReader(FILES).readWorktree(repo.path());
    GitConfig config = configs().read(layout);
    return new Repository(layout, config, new Remotes(config, FILES, layout));
  }

  IndexFile index() throws IOException {
    byte[] bytes = Files.readAllBytes(repo.path().resolve(".git/index"));
    return IndexFile.parse(bytes, repository().format());
  }

  ObjectDatabase objects() throws IOException {
    Repository repository = repository();
    return new ObjectDatabase(FILES, repository.layout().commonDir(), repository.format(), false);
  }

  WorktreeChanges collect() throws IOException {
    Repository repository = repository();
    RootIgnores ignores = new RootIgnores(FILES, configs(), environment());
    try (Directory gitDir = FILES.openDirectory(repository.layout().gitDir());
        ObjectDatabase objects = objects()) {
      RefDatabase refs = new RefDatabase(gitDir, gitDir, repository.format());
      ObjectId head = refs.head().oid();
      return new StatusCollector(FILES, environment())
          .collect(
              new OpenRepository(repository, refs, objects),
              ignores.of(repository.layout(), repository.config()),
              head == null ? null : objects.commit(head).tree(),
              new Recorder(),
              Forks.NONE);
    }
  }

  private Map<String, String> environment() {
    return repo.sandbox().environment();
  }

  private ConfigFiles configs() {
    return new ConfigFiles(FILES, environment());
  }

  private final class Recorder implements NestedSink {
    @Override
    public boolean nested(Path directory) {
      reported.add("nested " + repo.path().relativize(directory));
      return true;
    }

    @Override
    public void ignored(Directory parent, byte[] names, int from, int to) {
      reported.add("ignored " + new String(names, from, to - from, UTF_8));
    }

    @Override
    public void passedOver(Directory parent, byte[] names, int from, int to) {
      reported.add("passed " + new String(names, from, to - from, UTF_8));
    }

    @Override
    public void unreadable(
        AccessDeniedException cause, Directory parent, byte[] names, int from, int to) {
      reported.add("unreadable");
    }
  }
}
