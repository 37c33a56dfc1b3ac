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
      emit(new Found.Invalid(place.path(), new IOException(e)), sink);
    }
  }

  @Override
  public Found abandoned(SearchPlace place) {
    return new Found.Invalid(place.path(), new HungDirectoryException());
  }

  /// Finds out what worktree a start lies in, and emits the repository that contains it.
  private SearchPlace locate(SearchPlace start, Sink<SearchPlace, Found> sink) throws IOException {
    EnclosingRepository.Surroundings around =
        new EnclosingRepository(layouts, scopes).of(start.path());
    RepositoryLayout repository = around.repository();
    if (repository != null) {
      emit(new Found.Repository(repository), sink);
    }
    return start.within(around.scope());
  }

  private void search(SearchPlace place, Sink<SearchPlace, Found> sink) throws IOException {
    if (isInsideGitDir(place.path())) {
      return;
    }
    try (Directory directory = files.openDirectory(place.path())) {
      DirectoryListing listing = new DirectoryListing();
      directory.list(listing);
      SearchPlace.Scope scope = place.scope();
      boolean bare = false;
      if (listing.indexOf(DOT_GIT) >= 0) {
        scope = enterRepository(place, sink);
      } else {
        bare = isBareRepository(place, listing, sink);
      }
      scope = scopes.withRulesOf(directory, listing, scope);
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

  /// Emits the repository whose `.git` is in this directory, and returns the scope below it.
  private SearchPlace.@Nullable Scope enterRepository(
      SearchPlace place, Sink<SearchPlace, Found> sink) throws IOException {
    RepositoryLayout layout;
    try {
      layout = layouts.readWorktree(place.path());
    } catch (NotARepositoryException | GitFormatException e) {
      emit(new Found.Invalid(place.path(), e), sink);
      return place.scope();
    }
    SearchPlace.Scope outer = place.scope();
    if (outer == null || !scopes.isSubmodule(outer.worktree(), layout)) {
      emit(new Found.Repository(layout), sink);
    }
    return scopes.of(layout);
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
        emit(new Found.Repository(layout), sink);
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

  private void emit(Found found, Sink<SearchPlace, Found> sink) {
    if (seen.add(found.path())) {
      sink.found(found);
    }
  }
}
