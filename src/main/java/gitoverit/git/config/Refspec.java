package gitoverit.git.config;

import gitoverit.git.RefName;
import org.jspecify.annotations.Nullable;

/// A refspec of `remote.<name>.fetch`: it maps refs of the remote to the refs that store them.
///
/// @param source the ref at the remote, or a pattern with one `*`
/// @param destination the ref that stores it, or a pattern; null for none
/// @param negative whether it excludes refs that others include
record Refspec(String source, @Nullable String destination, boolean negative) {
  /// Reads a refspec as git does for fetching; null when git would refuse it.
  static @Nullable Refspec parse(String text) {
    boolean negative = text.startsWith("^");
    String sides = negative || text.startsWith("+") ? text.substring(1) : text;
    int colon = sides.lastIndexOf(':');
    String left = colon < 0 ? sides : sides.substring(0, colon);
    String source = left.equals("@") ? "HEAD" : left;
    String destination = colon < 0 ? null : sides.substring(colon + 1);
    boolean valid =
        negative
            ? destination == null && isValid(source)
            : isPattern(source) == isPattern(destination)
                && isEmptyOrValid(source)
                && isEmptyOrValid(destination);
    return valid ? new Refspec(source, destination, negative) : null;
  }

  private static boolean isPattern(@Nullable String side) {
    return side != null && side.contains("*");
  }

  private static boolean isEmptyOrValid(@Nullable String side) {
    return side == null || side.isEmpty() || isValid(side);
  }

  /// The rules of `git check-ref-format --allow-onelevel --refspec-pattern`: one `*` counts as a
  /// letter.
  private static boolean isValid(String name) {
    int star = name.indexOf('*');
    return RefName.isWellFormed(
        star < 0 ? name : name.substring(0, star) + 'x' + name.substring(star + 1));
  }

  /// Returns whether the source is `ref` or a pattern that matches it.
  boolean matchesSource(String ref) {
    return matches(source, ref);
  }

  /// Returns the ref that stores `ref` of the remote; null when this refspec does not name one.
  @Nullable String store(String ref) {
    return destination == null || destination.isEmpty() ? null : map(source, ref, destination);
  }

  /// Returns the ref at the remote that is stored in `ref`, as git's
  /// `query_matches_negative_refspec` determines it for exclusions; null for none.
  @Nullable String unstore(String ref) {
    String key = destination != null && isPattern(source) ? destination : source;
    return map(key, ref, source);
  }

  private static boolean matches(String pattern, String ref) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(ref);
    }
    return ref.length() >= pattern.length() - 1
        && ref.startsWith(pattern.substring(0, star))
        && ref.endsWith(pattern.substring(star + 1));
  }

  private static @Nullable String map(String pattern, String ref, String target) {
    if (!matches(pattern, ref)) {
      return null;
    }
    int star = pattern.indexOf('*');
    if (star < 0) {
      return target;
    }
    String middle = ref.substring(star, ref.length() - (pattern.length() - star - 1));
    return target.replace("*", middle);
  }
}
