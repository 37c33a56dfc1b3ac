package gitoverit.analysis;

import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.git.ObjectFormat;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.RepositoryLayout.Kind;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.git.repo.Repository;
import java.io.IOException;
import java.nio.file.Path;

/// Decides whether this process may read a repository: it must have a known format and belong to
/// the user.
final class Admission {
  private final FileAccess files;

  Admission(FileAccess files) {
    this.files = files;
  }

  /// Refuses a repository that git may refuse, or that may store its files in another way.
  void require(Repository repository) throws IOException {
    requireKnownFormat(repository.config());
    requireOwner(repository.layout());
  }

  private static void requireKnownFormat(GitConfig config) throws IOException {
    int version = config.getInt("core.repositoryformatversion", 0);
    if (version < 0 || version > 1) {
      throw new UnprovenException("the repository has format version " + version);
    }
    for (ConfigEntry entry : config) {
      if (entry.key().startsWith("extensions.") && !isKnown(entry, version)) {
        throw new UnprovenException(entry.key() + " is set");
      }
    }
  }

  /// Returns whether an extension (`gitrepository-layout`, "Git Repository Format Versions") has no
  /// effect here, or is supported.
  private static boolean isKnown(ConfigEntry extension, int version) {
    return switch (extension.key()) {
      case "extensions.noop",
          "extensions.preciousobjects",
          "extensions.partialclone",
          "extensions.worktreeconfig" ->
          true;
      case ObjectFormat.KEY -> version == 1 && ObjectFormat.isKnown(extension.value());
      default -> false;
    };
  }

  /// git refuses a repository of another user unless `safe.directory` allows it.
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
}
