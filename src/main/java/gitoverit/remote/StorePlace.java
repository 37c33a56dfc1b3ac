package gitoverit.remote;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.object.Alternates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The location of a store of refs and objects. It is equal for all worktrees of a repository, even
/// for those that share the store by symbolic links (`git-new-workdir`).
///
/// @param refs the directory of refs, links resolved
/// @param objects the directory of objects, links resolved
record StorePlace(Path refs, Path objects) {

  /// Returns the location of the store of a repository.
  static StorePlace of(FileAccess files, RepositoryLayout layout) throws IOException {
    Path common = layout.commonDir();
    return new StorePlace(
        files.realPath(common.resolve("refs")), files.realPath(common.resolve("objects")));
  }

  /// Returns the directories of objects from which the store borrows.
  List<Path> lenders(FileAccess files) throws IOException {
    return Alternates.of(files, objects);
  }
}
