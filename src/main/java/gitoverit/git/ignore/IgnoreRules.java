package gitoverit.git.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patterns of one ignore file, linked to the file that is checked next.
///
/// Most names match nothing, and most patterns determine the last byte of a name. So the patterns
/// form chains by that byte, last line first, with one more chain for the patterns that do not
/// determine it; a name is matched only against two chains. Of 40 usual lines these contain two or
/// three.
final class IgnoreRules {
  /// Chains by the low five bits of the last byte, which are the same for both cases of a letter.
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

  /// Splits at line feeds and drops a carriage return before each and at the end of the last line.
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

  /// Returns the file that is checked when no line of this one matches.
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
