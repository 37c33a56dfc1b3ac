package gitoverit.git;

/// The facts about a commit that a row shows.
///
/// @param committerSeconds the time of commit, seconds since the epoch, as `git log --format=%ct`
///   shows it; 0 where that shows nothing; the largest number for all larger ones
/// @param subject the first paragraph of the message in one line, as `git log --format=%s` shows it
///   in UTF-8; bytes that are not UTF-8 are replaced by `U+FFFD`
public record CommitFacts(long committerSeconds, String subject) {
  /// The format that makes git print these facts, one a line.
  public static final String FORMAT = "%ct%n%s";

  /// Parses the lines that git prints in [#FORMAT].
  public static CommitFacts parse(String lines) {
    String[] parts = lines.split("\n", -1);
    return new CommitFacts(seconds(parts[0]), parts[1]);
  }

  private static long seconds(String digits) {
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits);
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }
}
