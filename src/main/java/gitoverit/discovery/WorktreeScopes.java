package gitoverit.discovery;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.ignore.IgnoreStack;
import gitoverit.git.index.IndexFile;
import gitoverit.git.repo.RootIgnores;
import gitoverit.git.repo.SubmodulePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Creates the [SearchPlace.Scope] of a worktree, and decides which repositories in it are
/// submodules.
public final class WorktreeScopes {
  private static final byte[] GITIGNORE = ".gitignore".getBytes(StandardCharsets.US_ASCII);
  private static final int LIMIT = 100 << 20;
  private static final int INDEX_LIMIT = 1 << 30;

  private final FileAccess files;
  private final ConfigReader configs;
  private final RootIgnores rootIgnores;

  /// Creates the scopes for a run.
  public WorktreeScopes(FileAccess files, ConfigReader configs, RootIgnores rootIgnores) {
    this.files = files;
    this.configs = configs;
    this.rootIgnores = rootIgnores;
  }

  /// Returns the scope at the root of a worktree, without its own `.gitignore`.
  SearchPlace.Scope of(RepositoryLayout worktree) throws IOException {
    return new SearchPlace.Scope(worktree, ignoresOf(worktree));
  }

  /// When the user's rules are unknown, the search goes on without them: to find too much is better
  /// than too little.
  private IgnoreStack ignoresOf(RepositoryLayout worktree) throws IOException {
    try {
      return rootIgnores.of(worktree);
    } catch (UnprovenException _) {
      return rootIgnores.withoutUser(worktree);
    }
  }

  /// Returns the scope in a directory below the root of a worktree, without the directory's own
  /// `.gitignore`; null if the worktree ignores the directory.
  SearchPlace.@Nullable Scope at(RepositoryLayout worktree, Path directory) throws IOException {
    Path root = worktree.path();
    IgnoreStack ignores = ignoresOf(worktree).withGitignore(gitignore(root));
    byte[] relative = PathBytes.of(root.relativize(directory));
    IgnoreStack below =
        ignores.descend(
            relative,
            path ->
                path.length == relative.length ? null : gitignore(PathBytes.resolve(root, path)));
    return below == null ? null : new SearchPlace.Scope(worktree, below);
  }

  /// Adds the `.gitignore` of a directory, if there is one.
  SearchPlace.@Nullable Scope withRulesOf(
      Directory directory, DirectoryListing listing, SearchPlace.@Nullable Scope scope)
      throws IOException {
    int i = scope == null ? -1 : listing.find(GITIGNORE);
    // A symbolic link is not followed, as in git.
    if (scope == null || i < 0 || listing.type(i) != FileType.REGULAR) {
      return scope;
    }
    byte[] rules = directory.read(GITIGNORE, LIMIT);
    return new SearchPlace.Scope(scope.worktree(), scope.ignores().withGitignore(rules));
  }

  private byte @Nullable [] gitignore(Path directory) throws IOException {
    Path file = directory.resolve(".gitignore");
    FileStat stat = new FileStat();
    return files.stat(file, false, stat) && stat.isRegularFile() ? files.read(file, LIMIT) : null;
  }

  /// Returns whether a repository is a submodule of the one whose worktree contains it.
  ///
  /// The gitfile of a submodule leads into the `modules` of that repository, or `.gitmodules` lists
  /// its path, as for a repository that existed before it became a submodule. A path that is not in
  /// the index of that repository is not a submodule.
  boolean isSubmodule(RepositoryLayout outer, RepositoryLayout inner) throws IOException {
    if (inner.kind() != RepositoryLayout.Kind.MAIN) {
      return false;
    }
    byte[] path = PathBytes.of(outer.path().relativize(inner.path()));
    boolean claimed =
        inner.gitDir().startsWith(outer.commonDir().resolve("modules"))
            || inner.gitDir().startsWith(outer.gitDir().resolve("modules"))
            || isListed(outer, path);
    return claimed && isInIndex(outer, path);
  }

  private boolean isListed(RepositoryLayout outer, byte[] path) throws IOException {
    try {
      Set<String> listed = new SubmodulePaths(files).read(outer);
      return listed != null && listed.contains(GitText.decode(path, path.length));
    } catch (GitFormatException _) {
      // The analysis of the outer repository reports the error in its .gitmodules.
      return false;
    }
  }

  /// When the index cannot be read here, the path is assumed to be in it: the gitfile or
  /// `.gitmodules` decides.
  private boolean isInIndex(RepositoryLayout outer, byte[] path) throws IOException {
    try {
      byte[] bytes = files.read(outer.gitDir().resolve("index"), INDEX_LIMIT);
      return bytes != null
          && IndexFile.parse(bytes, configs.read(outer).objectFormat()).find(path) >= 0;
    } catch (GitFormatException | UnprovenException _) {
      return true;
    }
  }
}
