package gitoverit.git;

import java.nio.file.Path;

/// The locations of the parts of a repository (`gitrepository-layout`).
///
/// @param path the directory that a row describes: the root of the worktree, or the repository
///   itself when bare
/// @param gitDir the directory that holds this worktree's own `HEAD` and index
/// @param commonDir the directory that all worktrees share; equal to `gitDir` except in a linked
///   worktree
/// @param kind main worktree, linked worktree or bare
public record RepositoryLayout(Path path, Path gitDir, Path commonDir, Kind kind) {

  /// The kind of a layout.
  public enum Kind {
    /// The main worktree of a repository.
    MAIN,
    /// A worktree created by `git worktree add`.
    LINKED,
    /// A repository without a worktree.
    BARE;

    /// Returns the name that a report shows.
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
