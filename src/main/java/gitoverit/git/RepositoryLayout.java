package gitoverit.git;

import java.nio.file.Path;

/// Where a repository keeps its parts (`gitrepository-layout`).
///
/// @param path the directory a row is about: the root of the worktree, or the repository itself
///   when bare
/// @param gitDir the directory that holds this worktree's own `HEAD` and index
/// @param commonDir the directory that holds what all worktrees share; equal to `gitDir` but in a
///   linked worktree
/// @param kind main worktree, linked worktree or bare
public record RepositoryLayout(Path path, Path gitDir, Path commonDir, Kind kind) {

  /// What kind of place a layout is.
  public enum Kind {
    /// The main worktree of a repository.
    MAIN,
    /// A worktree made by `git worktree add`.
    LINKED,
    /// A repository without a worktree.
    BARE;

    /// Returns the name that a report shows.
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
