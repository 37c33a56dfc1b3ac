package gitoverit.git.config;

import gitoverit.git.UnprovenException;

/// Matches the patterns of conditional includes: git's `wildmatch` with `WM_PATHNAME`, byte by
/// byte, without its named character classes.
final class ConfigGlob {
  private final byte[] pattern;
  private final byte[] text;
  private final boolean ignoreCase;

  private ConfigGlob(byte[] pattern, byte[] text, boolean ignoreCase) {
    this.pattern = pattern;
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  /// Returns whether `pattern` matches all of `text`.
  ///
  /// @throws UnprovenException if the pattern has a named character class such as `[[:alpha:]]`
  static boolean matches(String pattern, String text, boolean ignoreCase) throws UnprovenException {
    if (pattern.contains("[:")) {
      throw new UnprovenException("pattern with a named character class: " + pattern);
    }
    return new ConfigGlob(ConfigText.encode(pattern), ConfigText.encode(text), ignoreCase)
        .matches(0, 0);
  }

  private boolean matches(int patternStart, int textStart) {
    int p = patternStart;
    int t = textStart;
    while (p < pattern.length) {
      if (pattern[p] == '*') {
        return matchesStar(p, t);
      }
      if (t == text.length) {
        return false;
      }
      p = afterOne(p, fold(text[t]));
      if (p < 0) {
        return false;
      }
      t++;
    }
    return t == text.length;
  }

  /// Returns where the pattern goes on after what stands for one byte; -1 if that is not `c`.
  private int afterOne(int p, int c) {
    return switch (pattern[p]) {
      case '?' -> c == '/' ? -1 : p + 1;
      case '[' -> afterSet(p, c);
      case '\\' -> p + 1 < pattern.length && at(p + 1) == c ? p + 2 : -1;
      default -> fold(pattern[p]) == c ? p + 1 : -1;
    };
  }

  private boolean matchesStar(int star, int textStart) {
    int end = star;
    while (end < pattern.length && pattern[end] == '*') {
      end++;
    }
    boolean acrossSlashes =
        end - star > 1 && (star == 0 || pattern[star - 1] == '/') && endsComponent(end);
    if (acrossSlashes
        && end < pattern.length
        && pattern[end] == '/'
        && matches(end + 1, textStart)) {
      return true;
    }
    for (int t = textStart; t < text.length; t++) {
      if (matches(end, t)) {
        return true;
      }
      if (text[t] == '/' && !acrossSlashes) {
        return false;
      }
    }
    return matches(end, text.length);
  }

  private boolean endsComponent(int p) {
    if (p == pattern.length || pattern[p] == '/') {
      return true;
    }
    return pattern[p] == '\\' && p + 1 < pattern.length && pattern[p + 1] == '/';
  }

  private int afterSet(int start, int c) {
    int p = start + 1;
    boolean negated = p < pattern.length && (pattern[p] == '!' || pattern[p] == '^');
    if (negated) {
      p++;
    }
    boolean matched = false;
    int first = p;
    int from = 0;
    while (p < pattern.length && (p == first || pattern[p] != ']')) {
      boolean range =
          pattern[p] == '-' && from != 0 && p + 1 < pattern.length && pattern[p + 1] != ']';
      p += range ? 1 : 0;
      p += pattern[p] == '\\' ? 1 : 0;
      if (p == pattern.length) {
        return -1;
      }
      matched |= range ? isBetween(c, from, at(p)) : c == at(p);
      from = range ? 0 : at(p);
      p++;
    }
    return p == pattern.length || matched == negated || c == '/' ? -1 : p + 1;
  }

  private boolean isBetween(int c, int from, int to) {
    int upper = ignoreCase && c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    return (c >= from && c <= to) || (upper >= from && upper <= to);
  }

  private int at(int p) {
    return pattern[p] & 0xFF;
  }

  private int fold(byte b) {
    int c = b & 0xFF;
    return ignoreCase ? ConfigText.toLower(c) : c;
  }
}
