package gitoverit.discovery;

import gitoverit.fs.FileAccess;
import gitoverit.git.config.ConfigFiles;
import gitoverit.git.config.ConfigReader;
import gitoverit.git.repo.RootIgnores;
import gitoverit.schedule.Searcher.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// A directory with repositories that are only complete enough to be found, and a search of it on
/// one thread.
final class SearchSandbox {
  static final SearchOptions USUAL = including();

  /// The repositories that a search can include besides the usual ones.
  enum Also {
    IGNORED,
    BARE
  }

  /// Returns the options of a search that includes more repositories.
  static SearchOptions including(Also... also) {
    List<Also> all = List.of(also);
    return new SearchOptions(
        all.contains(Also.IGNORED), all.contains(Also.BARE), Integer.MAX_VALUE, List.of());
  }

  /// Returns the options of a search of some levels.
  static SearchOptions depth(int depth) {
    return new SearchOptions(USUAL.includeIgnored(), USUAL.bare(), depth, List.of());
  }

  /// Returns the options of a search that skips directories.
  static SearchOptions excluding(String glob) {
    return new SearchOptions(
        USUAL.includeIgnored(), USUAL.bare(), Integer.MAX_VALUE, List.of(glob));
  }

  private final FileAccess files = FileAccess.portable();
  private final Path root;

  SearchSandbox(Path root) {
    this.root = root;
  }

  Path path(String path) {
    return root.resolve(path);
  }

  /// Makes a directory with a `.git` that passes for one.
  Path repo(String path) throws IOException {
    bare(path + "/.git");
    return path(path);
  }

  /// Makes a directory that passes for a bare repository.
  Path bare(String path) throws IOException {
    write(path + "/HEAD", "ref: refs/heads/main\n");
    Files.createDirectories(path(path).resolve("objects"));
    Files.createDirectories(path(path).resolve("refs"));
    return path(path);
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(path(path).resolveSibling(""));
    Files.writeString(path(path), text);
  }

  WorktreeScopes scopes() {
    Map<String, String> environment =
        Map.of("HOME", root.toString(), "GIT_CONFIG_NOSYSTEM", "1", "XDG_CONFIG_HOME", "/nowhere");
    ConfigReader configs = new ConfigFiles(files, environment);
    return new WorktreeScopes(files, configs, new RootIgnores(files, configs, environment));
  }

  RepositoryFinder finder(SearchOptions options) {
    return new RepositoryFinder(files, options, scopes());
  }

  /// Returns the findings of a search as paths below the root, a `!` before those that are invalid.
  List<String> search(SearchOptions options, String... starts) throws IOException {
    RepositoryFinder finder = finder(options);
    Collected collected = new Collected();
    for (String start : starts) {
      collected.place(SearchPlace.start(path(start).toRealPath()));
    }
    while (!collected.places.isEmpty()) {
      finder.visit(collected.places.pop(), collected);
    }
    return collected.names(root.toRealPath());
  }

  /// Collects findings, and has the worktree of each repository searched at the end.
  static final class Collected implements Sink<SearchPlace, Found> {
    final Deque<SearchPlace> places = new ArrayDeque<>();
    final List<Found> findings = new ArrayList<>();

    @Override
    public void place(SearchPlace place) {
      places.push(place);
    }

    @Override
    public void found(Found finding) {
      findings.add(finding);
      if (finding instanceof Found.Repository repository && repository.place() != null) {
        places.add(repository.place());
      }
    }

    List<String> names(Path root) {
      return findings.stream()
          .map(found -> (found instanceof Found.Invalid ? "!" : "") + root.relativize(found.path()))
          .sorted()
          .toList();
    }
  }
}
