package gitoverit.discovery;

import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileType;
import gitoverit.fs.PathBytes;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rules that decide which directories a search enters. The search and its explanation share
/// them.
final class SearchRules {
  static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);

  private final SearchOptions options;
  private final LayoutReader layouts;
  private final ExcludeGlobs excludes;

  SearchRules(SearchOptions options, LayoutReader layouts) {
    this.options = options;
    this.layouts = layouts;
    this.excludes = new ExcludeGlobs(options.excludes());
  }

  /// The reasons not to enter an entry of a directory.
  enum Barrier {
    /// The entry is a `.git`.
    DOT_GIT,
    /// The entry is a symbolic link.
    LINK,
    /// The entry is not a directory.
    NO_DIRECTORY,
    /// The entry is a part of the bare repository that the directory is.
    PART_OF_BARE,
    /// The worktree ignores the entry.
    IGNORED,
    /// A glob of `--exclude` matches the entry.
    EXCLUDED,
    /// The entry is deeper than the search goes.
    TOO_DEEP
  }

  /// Returns the reason not to enter entry `i` of a directory; null when the search enters it.
  ///
  /// @param place the directory
  /// @param scope its worktree, with the directory's own `.gitignore`
  /// @param bare whether it is a bare repository
  @Nullable Barrier barrier(
      SearchPlace place,
      SearchPlace.@Nullable Scope scope,
      boolean bare,
      DirectoryListing listing,
      int i) {
    if (isDotGit(listing, i)) {
      return Barrier.DOT_GIT;
    }
    int type = listing.type(i);
    if (type != FileType.DIRECTORY) {
      return type == FileType.SYMBOLIC_LINK ? Barrier.LINK : Barrier.NO_DIRECTORY;
    }
    if (bare && BareRepository.isPart(listing, i)) {
      return Barrier.PART_OF_BARE;
    }
    if (isIgnored(scope, listing, i)) {
      return Barrier.IGNORED;
    }
    if (!excludes.isEmpty() && globFor(place, listing.name(i)) != null) {
      return Barrier.EXCLUDED;
    }
    return searchesBelow(place) ? null : Barrier.TOO_DEEP;
  }

  private static boolean isDotGit(DirectoryListing listing, int i) {
    return Arrays.equals(
        listing.bytes(), listing.start(i), listing.end(i), DOT_GIT, 0, DOT_GIT.length);
  }

  private boolean isIgnored(SearchPlace.@Nullable Scope scope, DirectoryListing listing, int i) {
    return scope != null
        && !options.includeIgnored()
        && scope.ignores().ignores(listing.bytes(), listing.start(i), listing.end(i), true);
  }

  /// Returns the glob of `--exclude` that matches a directory in `place`; null when none does.
  @Nullable String globFor(SearchPlace place, byte[] name) {
    return excludes.matching(place.start(), PathBytes.resolve(place.path(), name), name);
  }

  /// Returns whether the search goes deeper than `place`.
  boolean searchesBelow(SearchPlace place) {
    return place.depth() < options.depth();
  }

  /// Returns whether depth and globs let the search of `place` reach a directory below it.
  boolean reaches(SearchPlace place, Path directory) {
    Path below = place.path().relativize(directory);
    if (place.depth() + (long) below.getNameCount() > options.depth()) {
      return false;
    }
    Path at = place.path();
    for (Path name : below) {
      at = PathBytes.resolve(at, PathBytes.of(name));
      if (excludes.match(place.start(), at, PathBytes.of(name))) {
        return false;
      }
    }
    return true;
  }

  /// Returns the place of the subdirectory of this name.
  ///
  /// @param scope the worktree of `place`, with the directory's own `.gitignore`
  static SearchPlace enter(SearchPlace place, SearchPlace.@Nullable Scope scope, byte[] name) {
    SearchPlace.Scope entered =
        scope == null
            ? null
            : new SearchPlace.Scope(scope.worktree(), scope.ignores().enter(name, null));
    return place.child(PathBytes.resolve(place.path(), name), entered);
  }

  /// Returns the bare repository that a directory is; null when it is none.
  @Nullable RepositoryLayout bareRepository(Path directory, DirectoryListing listing)
      throws IOException {
    if (listing.find(DOT_GIT) >= 0 || !BareRepository.looksLike(listing)) {
      return null;
    }
    try {
      return layouts.readBare(directory);
    } catch (NotARepositoryException _) {
      // An ordinary directory that happens to contain the three names of a repository.
      return null;
    }
  }

  /// Returns whether the search reports bare repositories.
  boolean reportsBare() {
    return options.bare();
  }

  /// Returns whether the search enters ignored directories.
  boolean includesIgnored() {
    return options.includeIgnored();
  }

  LayoutReader layouts() {
    return layouts;
  }
}
