package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import gitoverit.git.ignore.IgnoreStack;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A directory to search.
///
/// @param path the directory, absolute
/// @param start the start of the search
/// @param depth the number of levels from `start` down to `path`
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

  /// A worktree, with the ignore rules in one of its directories.
  ///
  /// @param worktree the innermost repository whose worktree the directory belongs to
  /// @param ignores the ignore rules that apply in the directory
  record Scope(RepositoryLayout worktree, IgnoreStack ignores) {}
}
