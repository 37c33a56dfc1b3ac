package gitoverit.render;

import gitoverit.terminal.SafeText;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Escapes, beside what JSON asks for, the characters that could do something to a terminal: DEL,
/// C1 controls, format controls and line separators. Characters beyond U+FFFF come in halves and
/// stay.
final class TerminalSafeEscapes extends CharacterEscapes {
  @Serial private static final long serialVersionUID = 1L;

  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    if (Character.isSurrogate((char) c) || SafeText.isHarmless(c)) {
      return null;
    }
    String hex = Integer.toHexString(0x10000 | c);
    return new SerializedString("\\u" + hex.substring(1).toUpperCase(Locale.ROOT));
  }
}
