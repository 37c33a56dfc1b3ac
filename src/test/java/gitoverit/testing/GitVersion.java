package gitoverit.testing;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of git, without its patch level, because answers rarely change within a minor version.
///
/// @param major the first number
/// @param minor the second number
public record GitVersion(int major, int minor) implements Comparable<GitVersion> {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final Comparator<GitVersion> ORDER =
      Comparator.comparingInt(GitVersion::major).thenComparingInt(GitVersion::minor);

  /// Parses the first version in a text, such as `2.42` or `git version 2.39.5`.
  public static GitVersion parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      throw new IllegalArgumentException("no version of git: " + text);
    }
    return new GitVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
  }

  @Override
  public int compareTo(GitVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
