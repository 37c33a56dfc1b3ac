package gitoverit.git.ignore;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The ignore rules in force in one directory of a worktree (`gitignore(5)`).
///
/// The files are checked in git's order, and the last matching line of the first file that has one
/// decides: `.gitignore` of the directory itself, then of each directory above it up to the root of
/// the worktree, then `info/exclude`, then the file that `core.excludesFile` names.
///
/// A walk creates one for the root and [enters][#enter] each directory that is not
/// [ignored][#ignores]. It never enters an ignored one: no rule can include its content again, so
/// "ignored" does not depend on the parents. Immutable and shared freely between threads: entering
/// returns a new stack that shares its rules with the one above, and costs one path when the
/// directory has no rules of its own.
///
/// Files are read by the caller, who passes their bytes, or null where git reads none: a missing
/// file; a `.gitignore` that is a symbolic link (the other two may be links); since git 2.46 a file
/// of more than 100 MiB, where older versions have no limit. `info/exclude` is that of the common
/// directory. Without `core.excludesFile` git reads `git/ignore` in `$XDG_CONFIG_HOME` or, if that
/// is unset or empty, in `~/.config`.
public final class IgnoreStack {
  private static final byte[] ROOT = {};

  private final boolean ignoreCase;
  private final byte[] directory;
  private final @Nullable IgnoreRules rules;

  private IgnoreStack(boolean ignoreCase, byte[] directory, @Nullable IgnoreRules rules) {
    this.ignoreCase = ignoreCase;
    this.directory = directory;
    this.rules = rules;
  }

  /// Creates the stack for the root of a worktree, still without the root's own `.gitignore`.
  ///
  /// @param ignoreCase `core.ignoreCase`
  /// @param excludesFile the bytes of the file named by `core.excludesFile`
  /// @param infoExclude the bytes of `info/exclude`
  public static IgnoreStack of(
      boolean ignoreCase, byte @Nullable [] excludesFile, byte @Nullable [] infoExclude) {
    IgnoreRules user = IgnoreRules.parse(excludesFile, ignoreCase, 0, null);
    return new IgnoreStack(ignoreCase, ROOT, IgnoreRules.parse(infoExclude, ignoreCase, 0, user));
  }

  /// Adds the `.gitignore` of the directory of this stack.
  public IgnoreStack withGitignore(byte @Nullable [] content) {
    IgnoreRules own = IgnoreRules.parse(content, ignoreCase, directory.length, rules);
    return own == rules ? this : new IgnoreStack(ignoreCase, directory, own);
  }

  /// Returns the stack for a subdirectory.
  ///
  /// @param names an array that holds the name of the subdirectory, from `from` to `to`
  /// @param gitignore the bytes of the subdirectory's `.gitignore`
  public IgnoreStack enter(byte[] names, int from, int to, byte @Nullable [] gitignore) {
    byte[] path = Arrays.copyOf(directory, directory.length + to - from + 1);
    System.arraycopy(names, from, path, directory.length, to - from);
    path[path.length - 1] = '/';
    IgnoreRules own = IgnoreRules.parse(gitignore, ignoreCase, path.length, rules);
    return new IgnoreStack(ignoreCase, path, own);
  }

  /// Returns the stack for the subdirectory called `name`.
  public IgnoreStack enter(byte[] name, byte @Nullable [] gitignore) {
    return enter(name, 0, name.length, gitignore);
  }

  /// Returns whether git ignores an entry of this directory, tracked or not.
  ///
  /// @param names an array that holds the name of the entry, from `from` to `to`; never empty
  /// @param isDirectory whether the entry is a directory; a symbolic link to one is not
  public boolean ignores(byte[] names, int from, int to, boolean isDirectory) {
    IgnorePattern decisive = lastMatch(names, from, to, isDirectory);
    return decisive != null && !decisive.isNegative();
  }

  /// Returns the pattern that decides about an entry of this directory, or null when none does.
  @Nullable IgnorePattern lastMatch(byte[] names, int from, int to, boolean isDirectory) {
    for (IgnoreRules asked = rules; asked != null; asked = asked.next()) {
      IgnorePattern match = asked.lastMatch(directory, names, from, to, isDirectory);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /// Returns the stack for a directory any number of levels down, checking each directory on the
  /// way; null if one of them, or the last itself, is ignored.
  ///
  /// @param path the path of the directory, relative to this one, without a slash at either end
  /// @param files reads the `.gitignore` of each directory entered
  /// @throws IOException if `files` throws it
  public @Nullable IgnoreStack descend(byte[] path, GitignoreReader files) throws IOException {
    IgnoreStack stack = this;
    int from = 0;
    while (from < path.length) {
      int to = from;
      while (to < path.length && path[to] != '/') {
        to++;
      }
      if (stack.ignores(path, from, to, true)) {
        return null;
      }
      stack = stack.enter(path, from, to, files.read(Arrays.copyOf(path, to)));
      from = to + 1;
    }
    return stack;
  }

  /// Reads the `.gitignore` files that [#descend] passes.
  @FunctionalInterface
  public interface GitignoreReader {
    /// Returns the bytes of the `.gitignore` in a directory, or null when git reads none there.
    ///
    /// @param directory the path of the directory, relative to where the descent began
    byte @Nullable [] read(byte[] directory) throws IOException;
  }
}
