package gitoverit.git.graph;

import gitoverit.fs.FileAccess;
import gitoverit.git.AheadBehind;
import gitoverit.git.ObjectId;
import gitoverit.git.object.ObjectDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Tells how far commits of one repository are apart.
///
/// Owned by one thread, closed by whoever made it. What it needs beside the objects is opened by
/// the first question whose answer is not plain.
public final class CommitWalk implements AutoCloseable {
  private final FileAccess files;
  private final Path commonDir;
  private final ObjectDatabase objects;
  private final boolean useCommitGraph;
  private @Nullable History history;

  /// Makes one.
  ///
  /// @param objects the database of the same repository, which stays the business of its owner
  /// @param useCommitGraph the value of `core.commitGraph`, true by default
  public CommitWalk(
      FileAccess files, Path commonDir, ObjectDatabase objects, boolean useCommitGraph) {
    this.files = files;
    this.commonDir = commonDir;
    this.objects = objects;
    this.useCommitGraph = useCommitGraph;
  }

  /// Counts the commits that only one of two commits reaches: what `git rev-list --left-right
  /// --count left...right` says.
  ///
  /// @throws gitoverit.git.object.MissingObjectException if a commit is not there
  /// @throws gitoverit.git.GitFormatException if what is stored is damaged or is no commit
  /// @throws gitoverit.git.UnprovenException if history is altered by grafts or replace refs, if it
  ///   is too large, or too much of it is needed because its times are out of order
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
