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
import gitoverit.git.repo.Repository;
import gitoverit.git.repo.UserFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out whether attributes (`gitattributes(5)`) may convert the bytes of a file on the way to
/// its blob, or change how its lines are compared.
///
/// Attribute files are not interpreted, only searched for the words of such attributes. Without any
/// such word no attribute can apply; otherwise git must decide. Safe for use by several threads.
final class Attributes {
  private static final byte[] FILE = ".gitattributes".getBytes(US_ASCII);
  private static final int LIMIT = 100 << 20;

  /// The flag of an attribute file that exists, so line ends may be converted.
  private static final int EXISTS = 1;

  /// The flag of an attribute file that mentions a conversion other than that of line ends.
  private static final int CONVERTS = 2;

  /// The flag of an attribute file that mentions how files are compared.
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
      FileAccess files, Repository repository, IndexFile index, Map<String, String> environment) {
    this.files = files;
    this.layout = repository.layout();
    this.config = repository.config();
    this.index = index;
    this.environment = environment;
    this.hasFilterDriver = hasFilterDriver(repository.config());
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

  /// Verifies that git would hash these bytes of a file unchanged (git's `convert_to_git`).
  ///
  /// @param path the path of the file, relative to the worktree
  /// @throws UnprovenException if a conversion might apply
  void requireUnconverted(byte[] path, byte[] content) throws IOException {
    int mentioned = mentions(path);
    boolean auto =
        config.contains("core.autocrlf") && !"false".equalsIgnoreCase(config.get("core.autocrlf"));
    boolean lineEnds = (mentioned & EXISTS) != 0 || auto;
    if ((mentioned & CONVERTS) != 0 || (lineEnds && contains(content, (byte) '\r'))) {
      throw new UnprovenException("a filter or conversion may apply to a touched file");
    }
  }

  /// Verifies that git would compare the lines of a file in its ordinary way.
  ///
  /// @param path the path of the file, relative to the worktree
  /// @throws UnprovenException if an attribute might change that
  void requireOrdinaryDiff(byte[] path) throws IOException {
    if ((mentions(path) & COMPARES) != 0) {
      throw new UnprovenException("an attribute may change how a file is compared");
    }
  }

  /// Returns the flags of all attribute files that apply to a path.
  private synchronized int mentions(byte[] path) throws IOException {
    int mentioned = outside() | directory(path, 0);
    for (int i = 0; i < path.length; i++) {
      if (path[i] == '/') {
        mentioned |= directory(path, i + 1);
      }
    }
    return mentioned;
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
    int mentioned = mentionedIn(content);
    known.put(key, mentioned);
    return mentioned;
  }

  /// Returns the flags of the attribute files of the system, the user and the repository.
  @GuardedBy("this")
  private int outside() throws IOException {
    Integer before = outside;
    if (before != null) {
      return before;
    }
    int mentioned = mentionedIn(files.read(Path.of("/etc/gitattributes"), LIMIT));
    mentioned |= mentionedIn(files.read(layout.commonDir().resolve("info/attributes"), LIMIT));
    Path user = config.getPath("core.attributesfile");
    Path own = user == null ? usual() : layout.path().resolve(user);
    if (own != null && !own.equals(layout.path())) {
      mentioned |= mentionedIn(files.read(own, LIMIT));
    }
    outside = mentioned;
    return mentioned;
  }

  /// A relative path is relative to the worktree.
  private @Nullable Path usual() {
    Path usual = UserFiles.usual("attributes", environment);
    return usual == null ? null : layout.path().resolve(usual);
  }

  private int mentionedIn(byte @Nullable [] content) {
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
