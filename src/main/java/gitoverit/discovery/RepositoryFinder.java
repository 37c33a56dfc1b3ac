package gitoverit.discovery;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import gitoverit.schedule.Searcher;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds repositories below directories, one directory in each step.
///
/// The worktree of a repository is not searched here when it is found: its analysis walks it anyway
/// and reports nested repositories to a [NestedFinder]. It is searched here only when it is added
/// as a place again.
///
/// Symbolic links are not followed, nothing is searched inside `.git`, and a directory that its
/// worktree ignores is not entered. A directory that cannot be read, and a `.git` that leads to no
/// repository, are findings too; the search goes on beside and below them.
public final class RepositoryFinder implements Searcher<SearchPlace, Found> {
  private final FileAccess files;
  private final LayoutReader layouts;
  private final WorktreeScopes scopes;
  private final SearchRules rules;
  private final Set<Path> seen = ConcurrentHashMap.newKeySet();

  /// Creates a finder for one run.
  public RepositoryFinder(FileAccess files, SearchOptions options, WorktreeScopes scopes) {
    this.files = files;
    this.layouts = new LayoutReader(files);
    this.scopes = scopes;
    this.rules = new SearchRules(options, layouts);
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

  /// Finds the worktree around a start, and emits the repository that contains it.
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
      RepositoryLayout bare = rules.bareRepository(place.path(), listing);
      if (bare != null && rules.reportsBare()) {
        emit(new Found.Repository(bare, null), sink);
      }
      SearchPlace.Scope scope =
          scopes.withRulesOf(
              directory, listing, layout == null ? place.scope() : scopes.of(layout));
      if (rules.searchesBelow(place)) {
        searchChildren(place, listing, scope, bare != null, sink);
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

  /// Returns the layout of the repository whose `.git` is in this directory; null without a valid
  /// one. An invalid `.git` is emitted as a finding.
  private @Nullable RepositoryLayout readLayout(SearchPlace place, Sink<SearchPlace, Found> sink)
      throws IOException {
    try {
      return layouts.findWorktree(place.path());
    } catch (NotARepositoryException | GitFormatException e) {
      emit(new Found.Invalid(place.path(), e), sink);
      return null;
    }
  }

  /// Emits a repository unless it is a submodule of the one around it or was emitted before;
  /// returns whether it did: then the analysis of the repository walks its worktree.
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

  SearchRules rules() {
    return rules;
  }

  private void searchChildren(
      SearchPlace place,
      DirectoryListing listing,
      SearchPlace.@Nullable Scope scope,
      boolean bare,
      Sink<SearchPlace, Found> sink) {
    for (int i = 0; i < listing.count(); i++) {
      if (rules.barrier(place, scope, bare, listing, i) == null) {
        sink.place(SearchRules.enter(place, scope, listing.name(i)));
      }
    }
  }

  /// Emits a finding unless it was emitted before; returns whether it is new.
  boolean emit(Found found, Sink<SearchPlace, Found> sink) {
    boolean isNew = seen.add(found.path());
    if (isNew) {
      sink.found(found);
    }
    return isNew;
  }
}
