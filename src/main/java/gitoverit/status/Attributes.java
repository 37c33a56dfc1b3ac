package gitoverit.status;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import gitoverit.fs.FileAccess;
import gitoverit.fs.PathBytes;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import gitoverit.git.index.IndexFile;
import gitoverit.git.repo.UserFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what attributes (`gitattributes(5)`) might do to a file of one worktree: convert its bytes
/// on the way to its blob, or change how its lines are compared.
///
/// Attribute files are not interpreted, only searched for the words that such attributes have to
/// use. Where none is found nothing can apply; where one is, git is to be asked. Used by several
/// threads.
final class Attributes {
  private static final byte[] FILE = ".gitattributes".getBytes(US_ASCII);
  private static final int LIMIT = 100 << 20;

  /// There is an attribute file, so line ends may be converted.
  private static final int EXISTS = 1;

  /// A conversion other than that of line ends is spoken of.
  private static final int CONVERTS = 2;

  /// It is spoken of how files are compared.
  private static final int COMPARES = 4;

  private final FileAccess files;
  private final RepositoryLayout layout;
  private final GitConfig config;
  private final IndexFile index;
  private final Map<String, String> environment;
  private final boolean hasFilterDriver;

  @GuardedBy("this")
  private final Map<String, Integer> known = new HashMap<>();

  @GuardedBy("this")
  private @Nullable Integer outside;

  Attributes(
      FileAccess files,
      RepositoryLayout layout,
      GitConfig config,
      IndexFile index,
      Map<String, String> environment) {
    this.files = files;
    this.layout = layout;
    this.config = config;
    this.index = index;
    this.environment = environment;
    this.hasFilterDriver = hasFilterDriver(config);
  }

  /// A filter attribute without a driver in the configuration does nothing.
  private static boolean hasFilterDriver(GitConfig config) {
    for (ConfigEntry entry : config) {
      if (entry.key().startsWith("filter.")) {
        return true;
      }
    }
    return false;
  }

  /// Makes sure that git would hash these bytes of a file as they are (git's `convert_to_git`).
  ///
  /// @param path the path of the file, relative to the worktree
  /// @throws UnprovenException if a conversion might apply
  void requireUnconverted(byte[] path, byte[] content) throws IOException {
    int spoken = spokenOf(path);
    boolean auto =
        config.contains("core.autocrlf") && !"false".equalsIgnoreCase(config.get("core.autocrlf"));
    boolean lineEnds = (spoken & EXISTS) != 0 || auto;
    if ((spoken & CONVERTS) != 0 || (lineEnds && contains(content, (byte) '\r'))) {
      throw new UnprovenException("a filter or conversion may apply to a touched file");
    }
  }

  /// Makes sure that git would compare the lines of a file in its ordinary way.
  ///
  /// @param path the path of the file, relative to the worktree
  /// @throws UnprovenException if an attribute might say otherwise
  void requireOrdinaryDiff(byte[] path) throws IOException {
    if ((spokenOf(path) & COMPARES) != 0) {
      throw new UnprovenException("an attribute may change how a file is compared");
    }
  }

  /// Returns what is spoken of by the attribute files that hold for a path.
  private synchronized int spokenOf(byte[] path) throws IOException {
    int spoken = outside() | directory(path, 0);
    for (int i = 0; i < path.length; i++) {
      if (path[i] == '/') {
        spoken |= directory(path, i + 1);
      }
    }
    return spoken;
  }

  @GuardedBy("this")
  private int directory(byte[] path, int length) throws IOException {
    String key = new String(path, 0, length, ISO_8859_1);
    Integer before = known.get(key);
    if (before != null) {
      return before;
    }
    byte[] file = Arrays.copyOf(path, length + FILE.length);
    System.arraycopy(FILE, 0, file, length, FILE.length);
    Path inWorktree = PathBytes.resolve(layout.path(), file);
    byte[] content = files.read(inWorktree, LIMIT);
    if (content == null && index.find(file) >= 0) {
      throw new UnprovenException("a .gitattributes exists only in the index");
    }
    int spoken = spokenOfIn(content);
    known.put(key, spoken);
    return spoken;
  }

  /// The attribute files outside of the worktree: of the system, the user and the repository.
  @GuardedBy("this")
  private int outside() throws IOException {
    Integer before = outside;
    if (before != null) {
      return before;
    }
    int spoken = spokenOfIn(files.read(Path.of("/etc/gitattributes"), LIMIT));
    spoken |= spokenOfIn(files.read(layout.commonDir().resolve("info/attributes"), LIMIT));
    Path user = config.getPath("core.attributesfile");
    Path own = user == null ? usual() : layout.path().resolve(user);
    if (own != null && !own.equals(layout.path())) {
      spoken |= spokenOfIn(files.read(own, LIMIT));
    }
    outside = spoken;
    return spoken;
  }

  /// A place that is not absolute is one in the worktree.
  private @Nullable Path usual() {
    Path usual = UserFiles.usual("attributes", environment);
    return usual == null ? null : layout.path().resolve(usual);
  }

  private int spokenOfIn(byte @Nullable [] content) {
    if (content == null) {
      return 0;
    }
    String text = new String(content, ISO_8859_1);
    boolean converts =
        text.contains("ident")
            || text.contains("working-tree-encoding")
            || (hasFilterDriver && text.contains("filter"));
    boolean compares = text.contains("diff") || text.contains("binary");
    return EXISTS | (converts ? CONVERTS : 0) | (compares ? COMPARES : 0);
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte b : bytes) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
