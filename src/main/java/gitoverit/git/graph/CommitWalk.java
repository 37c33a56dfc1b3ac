package gitoverit.git.graph;

import gitoverit.fs.FileAccess;
import gitoverit.git.AheadBehind;
import gitoverit.git.ObjectId;
import gitoverit.git.object.ObjectDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Counts the commits by which two commits of one repository differ.
///
/// It belongs to one thread; the caller that created it closes it. The first count of two different
/// commits opens the files that it needs besides the objects.
public final class CommitWalk implements AutoCloseable {
  private final FileAccess files;
  private final Path commonDir;
  private final ObjectDatabase objects;
  private final boolean useCommitGraph;
  private @Nullable History history;

  /// Creates a walk in one repository.
  ///
  /// @param objects the database of the same repository; its owner closes it
  /// @param useCommitGraph the value of `core.commitGraph`, true by default
  public CommitWalk(
      FileAccess files, Path commonDir, ObjectDatabase objects, boolean useCommitGraph) {
    this.files = files;
    this.commonDir = commonDir;
    this.objects = objects;
    this.useCommitGraph = useCommitGraph;
  }

  /// Counts the commits that only one of two commits reaches, as `git rev-list --left-right --count
  /// left...right` does.
  ///
  /// @throws gitoverit.git.object.MissingObjectException if a commit is missing
  /// @throws gitoverit.git.GitFormatException if an object is damaged or is not a commit
  /// @throws gitoverit.git.UnprovenException if history is altered by grafts or replace refs, if it
  ///   is too large, or if too much of it is needed because its times are out of order
  public AheadBehind count(ObjectId left, ObjectId right) throws IOException {
    if (left.equals(right)) {
      return AheadBehind.EVEN;
    }
    History opened = history;
    if (opened == null) {
      opened = History.open(files, commonDir, objects, useCommitGraph);
      history = opened;
    }
    return new TwoColourWalk(opened, objects.oidLength()).count(left, right);
  }

  @Override
  public void close() throws IOException {
    if (history != null) {
      history.close();
    }
  }
}
