package gitoverit.remote;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.object.Alternates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Where refs and objects really lie: equal for all worktrees of a repository, also for those that
/// share them by symbolic links (`git-new-workdir`).
///
/// @param refs the directory of refs, links resolved
/// @param objects the directory of objects, links resolved
record StorePlace(Path refs, Path objects) {

  /// Returns the place of a repository.
  static StorePlace of(FileAccess files, RepositoryLayout layout) throws IOException {
    Path common = layout.commonDir();
    return new StorePlace(
        files.realPath(common.resolve("refs")), files.realPath(common.resolve("objects")));
  }

  /// Returns the directories that objects are borrowed from.
  List<Path> lenders(FileAccess files) throws IOException {
    return Alternates.of(files, objects);
  }
}
