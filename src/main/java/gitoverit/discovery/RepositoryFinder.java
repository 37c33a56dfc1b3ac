package gitoverit.discovery;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileType;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import gitoverit.schedule.Searcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds repositories below directories, one directory a step.
///
/// The worktree of a repository is not searched here when it is found: its analysis walks it anyway
/// and tells a [NestedFinder] what it comes upon. It is searched when it is given as a place again.
///
/// Symbolic links are not followed, nothing is searched inside `.git`, and a directory that its
/// worktree ignores is not entered. A directory that cannot be read, and a `.git` that leads to no
/// repository, are findings too; the search goes on beside and below them.
public final class RepositoryFinder implements Searcher<SearchPlace, Found> {
  private static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);

  private final FileAccess files;
  private final SearchOptions options;
  private final LayoutReader layouts;
  private final WorktreeScopes scopes;
  private final ExcludeGlobs excludes;
  private final Set<Path> seen = ConcurrentHashMap.newKeySet();

  /// Makes a finder for one run.
  public RepositoryFinder(FileAccess files, SearchOptions options, WorktreeScopes scopes) {
    this.files = files;
    this.options = options;
    this.layouts = new LayoutReader(files);
    this.scopes = scopes;
    this.excludes = new ExcludeGlobs(options.excludes());
  }

  @Override
  public void visit(SearchPlace place, Sink<SearchPlace, Found> sink) {
    try {
      search(place.depth() == 0 ? locate(place, sink) : place, sink);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // A directory may vanish between its parent's listing and its own; a start may not.
      if (place.depth() == 0) {
        emit(new Found.Invalid(place.path(), e), sink);
      }
    } catch (IOException e) {
      emit(new Found.Invalid(place.path(), e), sink);
    } catch (RuntimeException e) {
      emit(new Found.Invalid(place.path(), e), sink);
    }
  }

  @Override
  public Found abandoned(SearchPlace place) {
    return new Found.Invalid(place.path(), new HungDirectoryException());
  }

  @Override
  public Found failed(SearchPlace place, Throwable cause) {
    return new Found.Invalid(place.path(), cause);
  }

  /// Finds out what worktree a start lies in, and emits the repository that contains it.
  private SearchPlace locate(SearchPlace start, Sink<SearchPlace, Found> sink) throws IOException {
    EnclosingRepository.Surroundings around =
        new EnclosingRepository(layouts, scopes).of(start.path());
    RepositoryLayout repository = around.repository();
    if (repository != null) {
      emit(new Found.Repository(repository, null), sink);
    }
    return start.within(around.scope());
  }

  private void search(SearchPlace place, Sink<SearchPlace, Found> sink) throws IOException {
    if (isInsideGitDir(place.path())) {
      return;
    }
    RepositoryLayout layout = readLayout(place, sink);
    if (layout != null && emitRepository(place, outer(place), layout, sink)) {
      return;
    }
    try (Directory directory = files.openDirectory(place.path())) {
      DirectoryListing listing = new DirectoryListing();
      directory.list(listing);
      boolean bare = listing.find(DOT_GIT) < 0 && isBareRepository(place, listing, sink);
      SearchPlace.Scope scope =
          scopes.withRulesOf(
              directory, listing, layout == null ? place.scope() : scopes.of(layout));
      if (place.depth() < options.depth()) {
        searchChildren(place, listing, scope, bare, sink);
      }
    }
  }

  private static boolean isInsideGitDir(Path path) {
    for (Path name : path) {
      if (name.toString().equals(".git")) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable RepositoryLayout outer(SearchPlace place) {
    SearchPlace.Scope scope = place.scope();
    return scope == null ? null : scope.worktree();
  }

  /// Reads the layout of the repository whose `.git` is in this directory; null when there is no
  /// `.git`, and when it leads to no repository, which is then a finding.
  private @Nullable RepositoryLayout readLayout(SearchPlace place, Sink<SearchPlace, Found> sink)
      throws IOException {
    try {
      return layouts.findWorktree(place.path());
    } catch (NotARepositoryException | GitFormatException e) {
      emit(new Found.Invalid(place.path(), e), sink);
      return null;
    }
  }

  /// Emits a repository unless it is a submodule of the one around it; returns whether it was
  /// emitted now, so that its analysis will walk its worktree.
  boolean emitRepository(
      SearchPlace place,
      @Nullable RepositoryLayout outer,
      RepositoryLayout layout,
      Sink<SearchPlace, Found> sink)
      throws IOException {
    boolean submodule = outer != null && scopes.isSubmodule(outer, layout);
    return !submodule && emit(new Found.Repository(layout, place), sink);
  }

  /// Returns the place of a directory that the walk of a worktree did not enter.
  SearchPlace placeOf(SearchPlace from, RepositoryLayout worktree, Path directory)
      throws IOException {
    int depth = from.depth() + from.path().relativize(directory).getNameCount();
    return new SearchPlace(directory, from.start(), depth, scopes.at(worktree, directory));
  }

  LayoutReader layouts() {
    return layouts;
  }

  /// Returns whether the search of `start` goes to a directory below `path`, by depth and globs.
  boolean isWithinLimits(SearchPlace place, Path directory) {
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

  /// Returns whether ignored directories are searched too.
  boolean includesIgnored() {
    return options.includeIgnored();
  }

  private boolean isBareRepository(
      SearchPlace place, DirectoryListing listing, Sink<SearchPlace, Found> sink)
      throws IOException {
    if (!BareRepository.looksLike(listing)) {
      return false;
    }
    try {
      RepositoryLayout layout = layouts.readBare(place.path());
      if (options.bare()) {
        emit(new Found.Repository(layout, null), sink);
      }
      return true;
    } catch (NotARepositoryException _) {
      // Three names that happen to be those of a repository: a directory like any other.
      return false;
    }
  }

  private void searchChildren(
      SearchPlace place,
      DirectoryListing listing,
      SearchPlace.@Nullable Scope scope,
      boolean bare,
      Sink<SearchPlace, Found> sink) {
    for (int i = 0; i < listing.count(); i++) {
      if (listing.type(i) != FileType.DIRECTORY
          || (bare && BareRepository.isPart(listing, i))
          || isIgnored(scope, listing, i)) {
        continue;
      }
      byte[] name = listing.name(i);
      Path child = PathBytes.resolve(place.path(), name);
      if (!excludes.match(place.start(), child, name)) {
        sink.place(place.child(child, enter(scope, name)));
      }
    }
  }

  private boolean isIgnored(SearchPlace.@Nullable Scope scope, DirectoryListing listing, int i) {
    int start = listing.start(i);
    int end = listing.end(i);
    if (Arrays.equals(listing.bytes(), start, end, DOT_GIT, 0, DOT_GIT.length)) {
      return true;
    }
    return scope != null
        && !options.includeIgnored()
        && scope.ignores().ignores(listing.bytes(), start, end, true);
  }

  private static SearchPlace.@Nullable Scope enter(SearchPlace.@Nullable Scope scope, byte[] name) {
    return scope == null
        ? null
        : new SearchPlace.Scope(scope.worktree(), scope.ignores().enter(name, null));
  }

  /// Emits what was not emitted before; returns whether it was not.
  boolean emit(Found found, Sink<SearchPlace, Found> sink) {
    boolean isNew = seen.add(found.path());
    if (isNew) {
      sink.found(found);
    }
    return isNew;
  }
}
