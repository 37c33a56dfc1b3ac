package gitoverit.discovery;

import static java.util.Objects.requireNonNull;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.NotARepositoryException;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.repo.LayoutReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Explains how a search treats one path. It follows the rules of the search from a start to the
/// path, up to the first rule that decides.
public final class Explainer {
  private final FileAccess files;
  private final WorktreeScopes scopes;
  private final LayoutReader layouts;
  private final SearchRules rules;

  /// Creates an explainer of searches with these limits.
  public Explainer(FileAccess files, SearchOptions options, WorktreeScopes scopes) {
    this.files = files;
    this.scopes = scopes;
    this.layouts = new LayoutReader(files);
    this.rules = new SearchRules(options, layouts);
  }

  /// Explains how a search of `start` treats a path.
  ///
  /// @param start an existing directory as its real path
  /// @param target an absolute path without `.` and `..`
  /// @throws IOException if the repository around the start cannot be read
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

  /// The outcome of a visit to one place.
  private sealed interface Step {
    /// The final verdict.
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
    if (listing.find(SearchRules.DOT_GIT) >= 0) {
      try {
        layout = layouts.readWorktree(place.path());
      } catch (NotARepositoryException | GitFormatException e) {
        if (arrived) {
          return decided(new Verdict.ErrorRow(e));
        }
      }
    } else {
      layout = rules.bareRepository(place.path(), listing);
      bare = layout != null;
    }
    if (arrived) {
      return decided(atTarget(scope, layout, bare));
    }
    SearchPlace.Scope here = layout == null || bare ? scope : scopes.of(layout);
    return further(place, target, listing, scopes.withRulesOf(directory, listing, here), bare);
  }

  private Verdict atTarget(
      SearchPlace.@Nullable Scope scope, @Nullable RepositoryLayout layout, boolean bare)
      throws IOException {
    Path outer = scope == null ? null : scope.worktree().path();
    if (layout == null) {
      return new Verdict.Plain(outer);
    }
    if (bare) {
      return rules.reportsBare() ? new Verdict.Row(layout, false) : new Verdict.Bare();
    }
    return scope != null && scopes.isSubmodule(scope.worktree(), layout)
        ? new Verdict.Submodule(scope.worktree().path())
        : new Verdict.Row(layout, false);
  }

  /// Goes to the next directory on the way, unless the search does not enter it.
  private Step further(
      SearchPlace place,
      Path target,
      DirectoryListing listing,
      SearchPlace.@Nullable Scope scope,
      boolean bare) {
    byte[] name = PathBytes.of(target.getName(place.path().getNameCount()));
    int i = listing.find(name);
    if (i < 0) {
      return decided(new Verdict.NoDirectory(PathBytes.resolve(place.path(), name), false));
    }
    SearchRules.Barrier barrier = rules.barrier(place, scope, bare, listing, i);
    return barrier == null
        ? new Step.Further(SearchRules.enter(place, scope, name))
        : decided(verdict(barrier, place, target, scope, name));
  }

  private Verdict verdict(
      SearchRules.Barrier barrier,
      SearchPlace place,
      Path target,
      SearchPlace.@Nullable Scope scope,
      byte[] name) {
    Path child = PathBytes.resolve(place.path(), name);
    return switch (barrier) {
      case DOT_GIT -> new Verdict.InsideRepository(child);
      case LINK -> new Verdict.Link(child);
      case NO_DIRECTORY -> new Verdict.NoDirectory(child, true);
      case PART_OF_BARE -> new Verdict.InsideRepository(place.path());
      case IGNORED -> new Verdict.Ignored(child, requireNonNull(scope).worktree().path());
      case EXCLUDED -> new Verdict.Excluded(child, requireNonNull(rules.globFor(place, name)));
      case TOO_DEEP -> new Verdict.TooDeep(place.start().relativize(target).getNameCount());
    };
  }
}
