package gitoverit.git.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patterns of one ignore file, linked to the file that is asked next.
///
/// Most names match nothing, and most patterns say what a name must end with. So the patterns are
/// threaded, last line first, on chains by that byte, with one more chain for those that do not
/// say; a name is held only against the two chains that concern it. Of 40 usual lines it meets two
/// or three.
final class IgnoreRules {
  /// Chains by the low five bits of the last byte, which no letter's case changes.
  private static final int CHAINS = 32;

  private static final int ANY_END = CHAINS;
  private static final int NONE = -1;

  private final IgnorePattern[] patterns;
  private final int[] lastOfChain = new int[CHAINS + 1];
  private final int[] previousInChain;
  private final int base;
  private final @Nullable IgnoreRules next;

  private IgnoreRules(List<IgnorePattern> lines, int base, @Nullable IgnoreRules next) {
    this.patterns = lines.toArray(IgnorePattern[]::new);
    this.previousInChain = new int[patterns.length];
    this.base = base;
    this.next = next;
    Arrays.fill(lastOfChain, NONE);
    for (int i = 0; i < patterns.length; i++) {
      int last = patterns[i].lastByte();
      int chain = last < 0 ? ANY_END : last % CHAINS;
      previousInChain[i] = lastOfChain[chain];
      lastOfChain[chain] = i;
    }
  }

  /// Puts the patterns of a file before `next`; returns `next` itself if the file has none.
  ///
  /// @param content the file's bytes, or null when there is no such file
  /// @param base the length of the path of the file's directory, its slash included
  static @Nullable IgnoreRules parse(
      byte @Nullable [] content, boolean ignoreCase, int base, @Nullable IgnoreRules next) {
    List<IgnorePattern> lines = content == null ? List.of() : lines(content, ignoreCase);
    return lines.isEmpty() ? next : new IgnoreRules(lines, base, next);
  }

  /// Splits at line feeds, each with or without a carriage return before it; so may the last line.
  private static List<IgnorePattern> lines(byte[] content, boolean ignoreCase) {
    List<IgnorePattern> lines = new ArrayList<>();
    int from = startsWithByteOrderMark(content) ? 3 : 0;
    while (from < content.length) {
      int lineFeed = from;
      while (lineFeed < content.length && content[lineFeed] != '\n') {
        lineFeed++;
      }
      int to = lineFeed > from && content[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
      IgnorePattern pattern = IgnorePattern.parse(content, from, to, ignoreCase);
      if (pattern != null) {
        lines.add(pattern);
      }
      from = lineFeed + 1;
    }
    return lines;
  }

  private static boolean startsWithByteOrderMark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }

  /// Returns the file that is asked when no line of this one matches.
  @Nullable IgnoreRules next() {
    return next;
  }

  /// Returns the last line that matches an entry of a directory, or null; the parameters are those
  /// of [IgnorePattern#matches].
  @Nullable IgnorePattern lastMatch(
      byte[] directory, byte[] names, int from, int to, boolean isDirectory) {
    int here = lastOfChain[names[to - 1] & (CHAINS - 1)];
    int anyEnd = lastOfChain[ANY_END];
    while (here != NONE || anyEnd != NONE) {
      int i = Math.max(here, anyEnd);
      if (patterns[i].matches(directory, base, names, from, to, isDirectory)) {
        return patterns[i];
      }
      if (i == here) {
        here = previousInChain[i];
      } else {
        anyEnd = previousInChain[i];
      }
    }
    return null;
  }
}
