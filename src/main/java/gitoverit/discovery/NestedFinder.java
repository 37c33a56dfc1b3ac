package gitoverit.discovery;

import gitoverit.fs.Directory;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.schedule.Searcher.Sink;
import gitoverit.status.NestedSink;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Turns the directories that the scan of a worktree reports into findings, as the search would.
public final class NestedFinder implements NestedSink {
  private final RepositoryFinder finder;
  private final RepositoryLayout worktree;
  private final @Nullable SearchPlace place;
  private final Sink<SearchPlace, Found> sink;

  /// Creates a finder for the scan of one repository.
  ///
  /// @param sink takes the findings
  public NestedFinder(
      RepositoryFinder finder, Found.Repository found, Sink<SearchPlace, Found> sink) {
    this.finder = finder;
    this.worktree = found.layout();
    this.place = found.place();
    this.sink = sink;
  }

  @Override
  public boolean nested(Path directory) throws IOException {
    RepositoryLayout layout;
    try {
      layout = finder.rules().layouts().readWorktree(directory);
    } catch (NotARepositoryException | GitFormatException e) {
      invalid(directory, e);
      return false;
    }
    SearchPlace from = place;
    if (from != null && finder.rules().reaches(from, directory)) {
      SearchPlace nested = finder.placeOf(from, worktree, directory);
      if (!finder.emitRepository(nested, worktree, layout, sink)) {
        // A submodule, or a repository that was emitted before: the search visits its worktree.
        sink.place(nested);
      }
    }
    return true;
  }

  @Override
  public void ignored(Directory parent, byte[] names, int from, int to) throws IOException {
    if (finder.rules().includesIgnored()) {
      passedOver(parent, names, from, to);
    }
  }

  @Override
  public void passedOver(Directory parent, byte[] names, int from, int to) throws IOException {
    Path directory = PathBytes.resolve(parent.path(), names, from, to);
    if (place != null && finder.rules().reaches(place, directory)) {
      sink.place(finder.placeOf(place, worktree, directory));
    }
  }

  @Override
  public void unreadable(
      AccessDeniedException cause, Directory parent, byte[] names, int from, int to) {
    invalid(PathBytes.resolve(parent.path(), names, from, to), cause);
  }

  private void invalid(Path directory, IOException cause) {
    if (place != null && finder.rules().reaches(place, directory)) {
      finder.emit(new Found.Invalid(directory, cause), sink);
    }
  }
}
