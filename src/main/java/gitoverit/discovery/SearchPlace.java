package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.ignore.IgnoreStack;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A directory that is to be searched.
///
/// @param path the directory, absolute
/// @param start the directory that the search began with
/// @param depth how many levels `path` lies below `start`
/// @param scope the worktree that `path` belongs to; null outside of any
public record SearchPlace(Path path, Path start, int depth, @Nullable Scope scope) {

  /// Returns the place that a search of `start` begins with.
  ///
  /// @param start an existing directory as its real path
  public static SearchPlace start(Path start) {
    return new SearchPlace(start, start, 0, null);
  }

  SearchPlace within(@Nullable Scope newScope) {
    return new SearchPlace(path, start, depth, newScope);
  }

  SearchPlace child(Path child, @Nullable Scope childScope) {
    return new SearchPlace(child, start, depth + 1, childScope);
  }

  /// A worktree, as seen from one of its directories.
  ///
  /// @param worktree the innermost repository whose worktree the directory belongs to
  /// @param ignores the ignore rules that hold in the directory
  record Scope(RepositoryLayout worktree, IgnoreStack ignores) {}
}
