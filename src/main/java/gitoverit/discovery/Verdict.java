package gitoverit.discovery;

import gitoverit.git.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Why a path is or is not a row.
public sealed interface Verdict {

  /// It is a row.
  ///
  /// @param layout the repository
  /// @param contains whether it is one because it contains the directory that is searched
  record Row(RepositoryLayout layout, boolean contains) implements Verdict {}

  /// It is a row that says what is wrong with it.
  ///
  /// @param cause what is wrong
  record ErrorRow(IOException cause) implements Verdict {}

  /// It is a bare repository, and those are not asked for.
  record Bare() implements Verdict {}

  /// It is a submodule, and counts in its superproject.
  ///
  /// @param superproject the repository it belongs to
  record Submodule(Path superproject) implements Verdict {}

  /// It is an ordinary directory.
  ///
  /// @param worktree the root of the worktree it belongs to; null when it belongs to none
  record Plain(@Nullable Path worktree) implements Verdict {}

  /// It, or a directory above it, is no directory, or is not there.
  ///
  /// @param at which one
  /// @param exists whether it is there
  record NoDirectory(Path at, boolean exists) implements Verdict {}

  /// It, or a directory above it, is a symbolic link.
  ///
  /// @param link which one
  record Link(Path link) implements Verdict {}

  /// A directory above it cannot be read.
  ///
  /// @param at which one
  /// @param cause what was wrong
  record Unreadable(Path at, IOException cause) implements Verdict {}

  /// It lies in what belongs to a repository itself.
  ///
  /// @param gitDir the directory that is not searched
  record InsideRepository(Path gitDir) implements Verdict {}

  /// It, or a directory above it, is ignored.
  ///
  /// @param directory which one
  /// @param worktree the root of the worktree that ignores it
  record Ignored(Path directory, Path worktree) implements Verdict {}

  /// It, or a directory above it, is excluded.
  ///
  /// @param directory which one
  /// @param glob by what
  record Excluded(Path directory, String glob) implements Verdict {}

  /// It lies deeper than the search goes.
  ///
  /// @param levels how deep it lies
  record TooDeep(int levels) implements Verdict {}

  /// It does not lie below a directory that is searched.
  record Outside() implements Verdict {}
}
