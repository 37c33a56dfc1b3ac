package gitoverit.git.config;

import gitoverit.fs.FileStat;
import gitoverit.fs.PathBytes;
import gitoverit.git.GitText;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides whether the condition of an `includeIf` holds for one repository (`git-config`,
/// "Conditional includes").
final class IncludeCondition {
  private static final int HEAD_LIMIT = 1 << 16;

  private final ConfigFiles files;
  private final @Nullable RepositoryLayout layout;
  private final @Nullable RemoteUrls remoteUrls;
  private @Nullable List<String> knownUrls;

  /// The URLs of all remotes that the whole configuration names.
  interface RemoteUrls {
    /// Reads the URLs.
    List<String> remoteUrls() throws IOException;
  }

  /// Creates a decision for one repository.
  ///
  /// @param layout the repository; null for none, and then no condition about a repository holds
  /// @param remoteUrls the source of the URLs; null to treat all conditions about them as true
  IncludeCondition(
      ConfigFiles files, @Nullable RepositoryLayout layout, @Nullable RemoteUrls remoteUrls) {
    this.files = files;
    this.layout = layout;
    this.remoteUrls = remoteUrls;
  }

  /// Returns whether a condition holds; a condition that git does not know never holds.
  ///
  /// @param condition the subsection of the `includeIf`
  /// @param source the source that contains it
  /// @throws UnprovenException if only git can decide
  boolean holds(String condition, ConfigSource source) throws IOException {
    String argument = condition.substring(condition.indexOf(':') + 1);
    if (condition.startsWith("gitdir:")) {
      return matchesGitDir(argument, source, false);
    } else if (condition.startsWith("gitdir/i:")) {
      return matchesGitDir(argument, source, true);
    } else if (condition.startsWith("onbranch:")) {
      return matchesBranch(argument);
    } else if (condition.startsWith("hasconfig:remote.*.url:")) {
      return matchesRemote(condition.substring("hasconfig:remote.*.url:".length()));
    }
    return false;
  }

  private boolean matchesGitDir(String argument, ConfigSource source, boolean ignoreCase)
      throws IOException {
    if (layout == null) {
      return false;
    }
    String expanded = HomePath.expand(argument, argument.startsWith("~") ? realHome() : null);
    String pattern = withAllBelow(expanded == null ? argument : expanded);
    if (pattern.startsWith("./")) {
      Path file = source.path();
      String base = file == null ? null : directoryOf(text(realPath(file)));
      return base != null && matches(layout.gitDir(), base, pattern.substring(2), ignoreCase);
    }
    String anywhere = pattern.startsWith("/") ? pattern : "**/" + pattern;
    return matches(layout.gitDir(), "", withAllBelow(anywhere), ignoreCase);
  }

  private boolean matches(Path gitDir, String base, String pattern, boolean ignoreCase)
      throws IOException {
    return matches(base, pattern, text(realPath(gitDir)), ignoreCase)
        || matches(base, pattern, text(gitDir.toAbsolutePath()), ignoreCase);
  }

  /// Matches `base`, the directory of the configuration file, letter by letter, and the rest as a
  /// pattern.
  private static boolean matches(String base, String pattern, String path, boolean ignoreCase)
      throws UnprovenException {
    return startsWith(path, base, ignoreCase)
        && ConfigGlob.matches(pattern, path.substring(base.length()), ignoreCase);
  }

  private static boolean startsWith(String path, String base, boolean ignoreCase) {
    if (!ignoreCase || path.length() < base.length()) {
      return path.startsWith(base);
    }
    for (int i = 0; i < base.length(); i++) {
      if (ConfigText.toLower(path.charAt(i)) != ConfigText.toLower(base.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String withAllBelow(String pattern) {
    return pattern.endsWith("/") ? pattern + "**" : pattern;
  }

  private static String directoryOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String text(Path path) {
    byte[] bytes = PathBytes.of(path);
    return GitText.decode(bytes, bytes.length);
  }

  private @Nullable String realHome() throws IOException {
    String home = files.home();
    return home == null ? null : text(realPath(ConfigText.path(home)));
  }

  /// Resolves a path as git's `strbuf_realpath` does: the last part need not exist.
  private Path realPath(Path path) throws IOException {
    try {
      return files.files().realPath(path);
    } catch (NoSuchFileException e) {
      Path parent = path.getParent();
      if (parent == null) {
        throw e;
      }
      return files.files().realPath(parent).resolve(path.getFileName());
    }
  }

  private boolean matchesRemote(String pattern) throws IOException {
    if (remoteUrls == null) {
      return true;
    }
    if (knownUrls == null) {
      knownUrls = remoteUrls.remoteUrls();
    }
    for (String url : knownUrls) {
      if (ConfigGlob.matches(pattern, url, false)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesBranch(String pattern) throws IOException {
    String branch = layout == null ? null : branch(layout);
    return branch != null && ConfigGlob.matches(withAllBelow(pattern), branch, false);
  }

  /// Returns the branch that HEAD is on, without `refs/heads/`; null when it is on none.
  ///
  /// @throws UnprovenException if the files do not show it plainly
  private @Nullable String branch(RepositoryLayout layout) throws IOException {
    FileStat stat = new FileStat();
    Path head = layout.gitDir().resolve("HEAD");
    if (files.files().stat(head, false, stat) && !stat.isRegularFile()) {
      throw new UnprovenException("HEAD is not a regular file: " + head);
    }
    String ref = symbolicTarget(head);
    if (ref == null) {
      return null;
    }
    Path loose = ConfigText.resolve(layout.commonDir(), ref);
    boolean exists = files.files().stat(loose, false, stat);
    if (ref.equals("refs/heads/.invalid")
        || (exists && !stat.isDirectory() && symbolicTarget(loose) != null)) {
      throw new UnprovenException("HEAD points to a symbolic ref or into another ref storage");
    }
    return ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : null;
  }

  /// Returns the target of a symbolic ref file; null when the file holds an oid or is absent.
  private @Nullable String symbolicTarget(Path file) throws IOException {
    byte[] bytes = files.files().read(file, HEAD_LIMIT);
    String content = bytes == null ? "" : GitText.decode(bytes, bytes.length);
    return content.startsWith("ref:") ? ConfigText.trim(content.substring(4)) : null;
  }
}
