package gitoverit.git;

import org.jspecify.annotations.Nullable;

/// The full name of a ref, such as `refs/heads/main` or `HEAD`, in the form that git accepts
/// (`git-check-ref-format`), so that it cannot lead out of the directory in which it is looked up.
///
/// @param full the name, its bytes decoded by [GitText]
public record RefName(String full) {
  private static final String BRANCHES = "refs/heads/";
  private static final String LOCK = ".lock";

  /// The ref that names the checked-out branch or commit.
  public static final RefName HEAD = new RefName("HEAD");

  /// Checks the name.
  ///
  /// @throws IllegalArgumentException if git would not accept the name
  public RefName {
    if (!isWellFormed(full)) {
      throw new IllegalArgumentException("not a well-formed ref name: " + full);
    }
  }

  /// Returns the name; null when git would not accept it.
  public static @Nullable RefName parse(String full) {
    return isWellFormed(full) ? new RefName(full) : null;
  }

  /// Returns the name of a branch.
  ///
  /// @param shortName such as `main`
  public static RefName ofBranch(String shortName) {
    return new RefName(BRANCHES + shortName);
  }

  /// Returns the bytes of the name, as in git's files.
  public byte[] bytes() {
    return GitText.encode(full);
  }

  /// Returns whether this names a branch; HEAD can point to another ref, which has no upstream.
  public boolean isBranch() {
    return full.startsWith(BRANCHES);
  }

  /// Returns the name as `git status` shows it after `On branch`: a branch without `refs/heads/`,
  /// anything else in full.
  public String shortName() {
    return isBranch() ? full.substring(BRANCHES.length()) : full;
  }

  /// Returns whether git accepts a name, by the rules of `git check-ref-format --allow-onelevel`.
  public static boolean isWellFormed(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '/') {
        if (!isComponent(name, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (isForbidden(name.charAt(i))) {
        return false;
      }
    }
    return !name.equals("@") && !name.endsWith(".") && !name.contains("..") && !name.contains("@{");
  }

  private static boolean isComponent(String name, int start, int end) {
    boolean locked = end - start >= LOCK.length() && name.startsWith(LOCK, end - LOCK.length());
    return end > start && name.charAt(start) != '.' && !locked;
  }

  private static boolean isForbidden(char c) {
    return switch (c) {
      case '~', '^', ':', '?', '*', '[', '\\', 0x7F -> true;
      default -> c <= ' ';
    };
  }

  /// Java creates the implicit methods of a record at the first call, which takes as long as some
  /// repositories.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RefName name && full.equals(name.full);
  }

  @Override
  public int hashCode() {
    return full.hashCode();
  }

  @Override
  public String toString() {
    return full;
  }
}
