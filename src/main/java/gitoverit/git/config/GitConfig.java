package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import gitoverit.git.ObjectFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The configuration of one repository: every entry in the order of `git config --list`; for a key
/// with one value, the last entry counts.
///
/// Keys are in their canonical form, with section and name in lower case: `core.excludesfile`,
/// `remote.Up.url`. A look-up compares the few dozen keys one by one, which is faster than building
/// a map for the few look-ups of one repository. Immutable.
public final class GitConfig implements Iterable<ConfigEntry> {
  private final ConfigEntry[] entries;
  private final GitConfig own;
  private final @Nullable String home;

  /// Creates a configuration from all entries in their order.
  ///
  /// @param own the entries of [#own()]
  /// @param home the value of `HOME`; null when it is not set
  GitConfig(List<ConfigEntry> entries, List<ConfigEntry> own, @Nullable String home) {
    this.entries = entries.toArray(new ConfigEntry[0]);
    this.own = new GitConfig(own, home);
    this.home = home;
  }

  private GitConfig(List<ConfigEntry> entries, @Nullable String home) {
    this.entries = entries.toArray(new ConfigEntry[0]);
    this.own = this;
    this.home = home;
  }

  /// Creates a configuration from the entries of a single file.
  static GitConfig ofFile(List<ConfigEntry> entries) {
    return new GitConfig(entries, null);
  }

  /// Reads one file by itself, without its includes, as `git config --file` does.
  ///
  /// @param bytes all of the file
  /// @param origin its name for messages
  public static GitConfig parse(byte[] bytes, String origin) throws GitFormatException {
    return ofFile(ConfigParser.parse(bytes, origin));
  }

  /// Reads the output of `git config --list -z`: each key, a line feed and the value, then a NUL.
  ///
  /// @param own the entries of [#own()]
  /// @param home the value of `HOME`; null when it is not set
  public static GitConfig parseListing(
      byte[] listing, List<ConfigEntry> own, @Nullable String home) {
    List<ConfigEntry> entries = new ArrayList<>();
    for (int start = 0, end; start < listing.length; start = end + 1) {
      end = start;
      while (end < listing.length && listing[end] != 0) {
        end++;
      }
      String text = GitText.decode(Arrays.copyOfRange(listing, start, end), end - start);
      int line = text.indexOf('\n');
      String key = line < 0 ? text : text.substring(0, line);
      String value = line < 0 ? null : text.substring(line + 1);
      entries.add(new ConfigEntry(key, value, "git config --list", 0));
    }
    return new GitConfig(entries, own, home);
  }

  /// Returns the settings of the repository's own files, without their includes. git determines the
  /// kind of a repository from them alone (`core.bare`, `extensions.objectFormat`).
  public GitConfig own() {
    return own;
  }

  /// Returns the value of `key`; null when there is none, or the last entry has no `=`.
  public @Nullable String get(String key) {
    ConfigEntry entry = find(key);
    return entry == null ? null : entry.value();
  }

  /// Returns the value of `key`; null when there is none.
  ///
  /// @throws GitFormatException if the last entry has no `=`, which git refuses for text
  public @Nullable String getText(String key) throws GitFormatException {
    ConfigEntry entry = find(key);
    return entry == null ? null : entry.required();
  }

  /// Returns all values of `key` in their order.
  ///
  /// @throws GitFormatException if an entry has no `=`
  public List<String> getAll(String key) throws GitFormatException {
    List<String> values = new ArrayList<>();
    for (ConfigEntry entry : entries) {
      if (entry.key().equals(key)) {
        values.add(entry.required());
      }
    }
    return values;
  }

  /// Returns whether `key` is set at all.
  public boolean contains(String key) {
    return find(key) != null;
  }

  /// Returns the value of `key` as git reads a boolean, `orElse` when there is none.
  ///
  /// @throws GitFormatException if the value is not a boolean
  public boolean getBoolean(String key, boolean orElse) throws GitFormatException {
    ConfigEntry entry = find(key);
    return entry == null ? orElse : ConfigValue.toBoolean(entry);
  }

  /// Returns the value of `key` as a number of 32 bits, `orElse` when there is none.
  ///
  /// @throws GitFormatException if the value is not a number or is out of range
  public int getInt(String key, int orElse) throws GitFormatException {
    ConfigEntry entry = find(key);
    return entry == null ? orElse : (int) ConfigValue.toNumber(entry, Integer.MAX_VALUE);
  }

  /// Returns the format of the repository's object ids, which only its own configuration decides.
  public ObjectFormat objectFormat() {
    return ObjectFormat.of(own().get(ObjectFormat.KEY));
  }

  /// Returns the path that `key` names, a leading `~` expanded; null when there is none.
  ///
  /// A relative path stays relative: git resolves it against the root of the worktree. An empty
  /// value is the empty path, which callers must treat as a file that does not exist.
  ///
  /// @throws GitFormatException if the value is missing, or it needs a home directory that is not
  ///   known
  /// @throws gitoverit.git.UnprovenException if only git knows the path
  public @Nullable Path getPath(String key) throws IOException {
    ConfigEntry entry = find(key);
    if (entry == null) {
      return null;
    }
    String path = HomePath.expand(entry.required(), home);
    if (path == null) {
      throw entry.invalid("needs the home directory, but HOME is not set");
    }
    return ConfigText.path(path);
  }

  /// Returns the subsections of `section`, such as the names of remotes, in order of their first
  /// appearance.
  public List<String> subsections(String section) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (ConfigEntry entry : entries) {
      String name = entry.subsection(section);
      if (name != null) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /// Returns all entries in the order of `git config --list`.
  public List<ConfigEntry> entries() {
    return Collections.unmodifiableList(Arrays.asList(entries));
  }

  @Override
  public Iterator<ConfigEntry> iterator() {
    return entries().iterator();
  }

  /// Returns the last entry of `key`; null when there is none.
  @Nullable ConfigEntry find(String key) {
    for (int i = entries.length - 1; i >= 0; i--) {
      if (entries[i].key().equals(key)) {
        return entries[i];
      }
    }
    return null;
  }
}
