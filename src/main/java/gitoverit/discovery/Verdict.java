package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The reason why a path is a row or is not listed.
public sealed interface Verdict {

  /// The path is a row.
  ///
  /// @param layout the repository
  /// @param contains whether the repository is a row because it contains the start of the search
  record Row(RepositoryLayout layout, boolean contains) implements Verdict {}

  /// The path is a row that reports a failure.
  ///
  /// @param cause the failure
  record ErrorRow(IOException cause) implements Verdict {}

  /// The path is a bare repository, and the search does not report those.
  record Bare() implements Verdict {}

  /// The path is a submodule, which counts in its superproject.
  ///
  /// @param superproject the repository that contains the submodule
  record Submodule(Path superproject) implements Verdict {}

  /// The path is an ordinary directory.
  ///
  /// @param worktree the root of the worktree around it; null when there is none
  record Plain(@Nullable Path worktree) implements Verdict {}

  /// The path or a directory above it is not a directory or does not exist.
  ///
  /// @param at the path that decides
  /// @param exists whether it exists
  record NoDirectory(Path at, boolean exists) implements Verdict {}

  /// The path or a directory above it is a symbolic link.
  ///
  /// @param link the symbolic link
  record Link(Path link) implements Verdict {}

  /// A directory above the path cannot be read.
  ///
  /// @param at the path that decides
  /// @param cause the cause of the failure
  record Unreadable(Path at, IOException cause) implements Verdict {}

  /// The path is inside a `.git` or inside the git directory of a bare repository.
  ///
  /// @param gitDir the directory that is not searched
  record InsideRepository(Path gitDir) implements Verdict {}

  /// The path or a directory above it is ignored.
  ///
  /// @param directory the directory that decides
  /// @param worktree the root of the worktree that ignores it
  record Ignored(Path directory, Path worktree) implements Verdict {}

  /// The path or a directory above it is excluded.
  ///
  /// @param directory the directory that decides
  /// @param glob the glob that matches it
  record Excluded(Path directory, String glob) implements Verdict {}

  /// The path is deeper than the search goes.
  ///
  /// @param levels the number of levels from the start down to it
  record TooDeep(int levels) implements Verdict {}

  /// The path is not below a start of the search.
  record Outside() implements Verdict {}
}
