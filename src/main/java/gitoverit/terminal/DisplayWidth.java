package gitoverit.terminal;

/// Computes the number of terminal columns that a text takes.
///
/// Ranges of wide characters are those of Unicode 16, `EastAsianWidth.txt` (W and F), the version
/// that Java 25 knows; characters of width 0 are recognised by their general category (Mn, Me, Cf)
/// and need no table. A sequence that a font may join into one sign (flags, skin tones, families)
/// counts as the sum of its parts: most terminals reserve that many columns, and on a terminal that
/// reserves fewer, a line is too short rather than too long. Control characters count 0; [SafeText]
/// keeps them out.
public final class DisplayWidth {
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  /// The first and last character of each range, ascending. Gaps without assigned characters are
  /// closed.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F,
    0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
    0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD,
    0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
    0x2B55, 0x2B55, 0x2E80, 0x3029, 0x3030, 0x303E, 0x3041, 0x3163, 0x3165, 0x3247, 0x3250, 0xA4C6,
    0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
    0x16FE0, 0x16FE3, 0x17000, 0x1B2FB, 0x1D300, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF,
    0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C,
    0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4,
    0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E,
    0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F,
    0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC,
    0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF,
    0x1FA70, 0x1FAF8, 0x20000, 0x3FFFD,
  };

  private DisplayWidth() {}

  /// Returns the columns that `text` takes.
  public static int of(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x7F && text.charAt(i) >= ' ') {
      i++;
    }
    int width = i;
    while (i < text.length()) {
      width += widthAt(text, i);
      i = next(text, i);
    }
    return width;
  }

  /// Returns the length, in chars, of the longest beginning of `text` that takes at most `width`
  /// columns. A character of width 0 stays with the character before it.
  public static int prefix(String text, int width) {
    int left = width;
    int i = 0;
    while (i < text.length()) {
      left -= widthAt(text, i);
      if (left < 0) {
        return i;
      }
      i = next(text, i);
    }
    return i;
  }

  /// Returns the index, in chars, of the longest end of `text` that takes at most `width` columns.
  public static int suffix(String text, int width) {
    int excess = of(text) - width;
    int i = 0;
    while (i < text.length() && (excess > 0 || widthAt(text, i) == 0)) {
      excess -= widthAt(text, i);
      i = next(text, i);
    }
    return excess > 0 ? text.length() : i;
  }

  private static int next(String text, int index) {
    return index + Character.charCount(text.codePointAt(index));
  }

  /// Returns the width of the character at `index`; a narrow one with emoji presentation is wide.
  private static int widthAt(String text, int index) {
    int width = ofCodePoint(text.codePointAt(index));
    int next = next(text, index);
    boolean emoji = next < text.length() && text.charAt(next) == EMOJI_PRESENTATION;
    return width == 1 && emoji ? 2 : width;
  }

  /// Returns the columns of one character: 0, 1 or 2.
  static int ofCodePoint(int c) {
    if (c < 0x300) {
      return c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0 : 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    if (c < WIDE[0]) {
      return false;
    }
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (WIDE[2 * middle] <= c) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return c <= WIDE[2 * low + 1];
  }
}
