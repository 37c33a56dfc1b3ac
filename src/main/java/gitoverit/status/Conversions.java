package gitoverit.status;

import gitoverit.fs.FileAccess;
import gitoverit.git.RepositoryLayout;
import gitoverit.git.UnprovenException;
import gitoverit.git.config.ConfigEntry;
import gitoverit.git.config.GitConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells whether the bytes of a worktree file are those of its blob, or might be converted first
/// (`gitattributes(5)`; git's `convert_to_git`).
///
/// Attribute files are not interpreted, only searched for the words of conversions other than those
/// of line ends: `filter`, `ident` and `working-tree-encoding`. Line ends are converted only where
/// there is a carriage return.
final class Conversions {
  private static final byte[] FILTER = word("filter");
  private static final byte[] IDENT = word("ident");
  private static final byte[] ENCODING = word("working-tree-encoding");

  private final FileAccess files;
  private final RepositoryLayout layout;
  private final GitConfig config;
  private final Map<String, String> environment;
  private @Nullable Boolean knownOutside;

  Conversions(
      FileAccess files,
      RepositoryLayout layout,
      GitConfig config,
      Map<String, String> environment) {
    this.files = files;
    this.layout = layout;
    this.config = config;
    this.environment = environment;
  }

  private static byte[] word(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Makes sure that nothing but line ends could be converted.
  ///
  /// @param level the nearest directory with attributes at or above the file's
  /// @throws UnprovenException if an attribute file speaks of more
  void requireNoFilters(@Nullable AttributeLevel level) throws IOException {
    if (outsideSpeaksOfMore()) {
      throw new UnprovenException("a conversion may apply to a touched file");
    }
    for (AttributeLevel at = level; at != null; at = at.parent()) {
      if (speaksOfMore(at.directory().resolve(".gitattributes"))) {
        throw new UnprovenException("a conversion may apply to a touched file");
      }
    }
  }

  /// Returns whether line ends of a file with carriage returns might be converted.
  boolean mayConvertLineEnds(@Nullable AttributeLevel level) throws IOException {
    String auto = config.get("core.autocrlf");
    boolean configured = auto != null && !auto.equalsIgnoreCase("false");
    return configured || level != null || outsideExists();
  }

  private synchronized boolean outsideSpeaksOfMore() throws IOException {
    if (knownOutside == null) {
      boolean speaks = false;
      for (Path file : outside()) {
        speaks |= speaksOfMore(file);
      }
      knownOutside = speaks;
    }
    return knownOutside;
  }

  private boolean outsideExists() throws IOException {
    for (Path file : outside()) {
      if (files.read(file, Level.FILE_LIMIT) != null) {
        return true;
      }
    }
    return false;
  }

  /// The attribute files outside of the worktree: of the system, the user and the repository.
  private Path[] outside() throws IOException {
    Path user = config.getPath("core.attributesfile");
    if (user == null) {
      user = usual();
    }
    Path info = layout.commonDir().resolve("info/attributes");
    Path system = Path.of("/etc/gitattributes");
    return user == null
        ? new Path[] {system, info}
        : new Path[] {system, layout.path().resolve(user), info};
  }

  private @Nullable Path usual() {
    String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (!xdg.isEmpty()) {
      return Path.of(xdg, "git", "attributes");
    }
    String home = environment.get("HOME");
    return home == null ? null : Path.of(home, ".config", "git", "attributes");
  }

  private boolean speaksOfMore(Path file) throws IOException {
    byte[] bytes = files.read(file, Level.FILE_LIMIT);
    return bytes != null
        && (contains(bytes, IDENT)
            || contains(bytes, ENCODING)
            || (contains(bytes, FILTER) && hasFilterDriver()));
  }

  /// A filter attribute without a driver of that name in the configuration does nothing.
  private boolean hasFilterDriver() {
    for (ConfigEntry entry : config.entries()) {
      if (entry.key().startsWith("filter.")) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, byte[] word) {
    for (int i = 0; i + word.length <= bytes.length; i++) {
      int j = 0;
      while (j < word.length && bytes[i + j] == word[j]) {
        j++;
      }
      if (j == word.length) {
        return true;
      }
    }
    return false;
  }
}
