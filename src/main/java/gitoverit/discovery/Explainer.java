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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Goes the way of the search from a start to one path, by the rules of [RepositoryFinder], and
/// tells what it meets first that decides.
public final class Explainer {
  private static final byte[] DOT_GIT = ".git".getBytes(StandardCharsets.US_ASCII);

  private final FileAccess files;
  private final SearchOptions options;
  private final WorktreeScopes scopes;
  private final LayoutReader layouts;
  private final ExcludeGlobs excludes;

  /// Makes one for searches with these limits.
  public Explainer(FileAccess files, SearchOptions options, WorktreeScopes scopes) {
    this.files = files;
    this.options = options;
    this.scopes = scopes;
    this.layouts = new LayoutReader(files);
    this.excludes = new ExcludeGlobs(options.excludes());
  }

  /// Explains what a search of `start` makes of a path.
  ///
  /// @param start an existing directory as its real path
  /// @param target an absolute path without `.` and `..`
  /// @throws IOException if what surrounds the start cannot be read
  public Verdict explain(Path start, Path target) throws IOException {
    EnclosingRepository.Surroundings around = new EnclosingRepository(layouts, scopes).of(start);
    RepositoryLayout enclosing = around.repository();
    if (enclosing != null && enclosing.path().equals(target)) {
      return new Verdict.Row(enclosing, true);
    }
    if (!target.startsWith(start)) {
      return new Verdict.Outside();
    }
    SearchPlace place = SearchPlace.start(start).within(around.scope());
    Step step = look(place, target);
    while (step instanceof Step.Further(SearchPlace next)) {
      step = look(next, target);
    }
    return ((Step.Decided) step).verdict();
  }

  /// What a look at one place leads to.
  private sealed interface Step {
    /// The answer.
    record Decided(Verdict verdict) implements Step {}

    /// The next place on the way.
    record Further(SearchPlace place) implements Step {}
  }

  private static Step decided(Verdict verdict) {
    return new Step.Decided(verdict);
  }

  private Step look(SearchPlace place, Path target) {
    boolean arrived = place.path().equals(target);
    try (Directory directory = files.openDirectory(place.path())) {
      DirectoryListing listing = new DirectoryListing();
      directory.list(listing);
      return look(place, target, directory, listing);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return decided(new Verdict.NoDirectory(place.path(), e instanceof NotDirectoryException));
    } catch (IOException e) {
      return decided(arrived ? new Verdict.ErrorRow(e) : new Verdict.Unreadable(place.path(), e));
    }
  }

  private Step look(SearchPlace place, Path target, Directory directory, DirectoryListing listing)
      throws IOException {
    boolean arrived = place.path().equals(target);
    SearchPlace.Scope scope = place.scope();
    RepositoryLayout layout = null;
    boolean bare = false;
    if (listing.find(DOT_GIT) >= 0) {
      try {
        layout = layouts.readWorktree(place.path());
      } catch (NotARepositoryException | GitFormatException e) {
        if (arrived) {
          return decided(new Verdict.ErrorRow(e));
        }
      }
    } else {
      layout = bareRepository(place.path(), listing);
      bare = layout != null;
    }
    if (arrived) {
      return decided(atTarget(scope, layout, bare));
    }
    SearchPlace.Scope here = layout == null || bare ? scope : scopes.of(layout);
    return further(place, target, listing, scopes.withRulesOf(directory, listing, here), bare);
  }

  private @Nullable RepositoryLayout bareRepository(Path path, DirectoryListing listing)
      throws IOException {
    if (!BareRepository.looksLike(listing)) {
      return null;
    }
    try {
      return layouts.readBare(path);
    } catch (NotARepositoryException _) {
      // Three names that happen to be those of a repository.
      return null;
    }
  }

  private Verdict atTarget(
      SearchPlace.@Nullable Scope scope, @Nullable RepositoryLayout layout, boolean bare)
      throws IOException {
    Path outer = scope == null ? null : scope.worktree().path();
    if (layout == null) {
      return new Verdict.Plain(outer);
    }
    if (bare) {
      return options.bare() ? new Verdict.Row(layout, false) : new Verdict.Bare();
    }
    return scope != null && scopes.isSubmodule(scope.worktree(), layout)
        ? new Verdict.Submodule(scope.worktree().path())
        : new Verdict.Row(layout, false);
  }

  /// Looks at the next directory on the way, from the one above it.
  private Step further(
      SearchPlace place,
      Path target,
      DirectoryListing listing,
      SearchPlace.@Nullable Scope scope,
      boolean bare) {
    byte[] name = PathBytes.of(target.getName(place.path().getNameCount()));
    Path child = PathBytes.resolve(place.path(), name);
    int i = listing.find(name);
    Verdict obstacle = obstacle(place, child, listing, i, bare);
    if (obstacle == null) {
      obstacle = limit(place, child, target, scope, name);
    }
    if (obstacle != null) {
      return decided(obstacle);
    }
    SearchPlace.Scope entered =
        scope == null
            ? null
            : new SearchPlace.Scope(scope.worktree(), scope.ignores().enter(name, null));
    return new Step.Further(place.child(child, entered));
  }

  /// What the thing itself is that no search enters.
  private static @Nullable Verdict obstacle(
      SearchPlace place, Path child, DirectoryListing listing, int i, boolean bare) {
    if (i < 0) {
      return new Verdict.NoDirectory(child, false);
    }
    if (child.endsWith(".git")) {
      return new Verdict.InsideRepository(child);
    }
    if (listing.type(i) == FileType.SYMBOLIC_LINK) {
      return new Verdict.Link(child);
    }
    if (listing.type(i) != FileType.DIRECTORY) {
      return new Verdict.NoDirectory(child, true);
    }
    return bare && BareRepository.isPart(listing, i)
        ? new Verdict.InsideRepository(place.path())
        : null;
  }

  /// Which rule keeps the search from entering a directory.
  private @Nullable Verdict limit(
      SearchPlace place, Path child, Path target, SearchPlace.@Nullable Scope scope, byte[] name) {
    if (scope != null
        && !options.includeIgnored()
        && scope.ignores().ignores(name, 0, name.length, true)) {
      return new Verdict.Ignored(child, scope.worktree().path());
    }
    String glob = excludes.matching(place.start(), child, name);
    if (glob != null) {
      return new Verdict.Excluded(child, glob);
    }
    return place.depth() >= options.depth()
        ? new Verdict.TooDeep(place.start().relativize(target).getNameCount())
        : null;
  }
}
