package gitoverit.render;

import gitoverit.terminal.SafeText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Escapes characters in JSON that could affect a terminal but that JSON does not require to be
/// escaped: DEL, C1 controls, format controls and line separators.
///
/// They occur only in strings, where an escape means the same character. Characters beyond U+FFFF
/// arrive as surrogates and are unchanged.
final class TerminalSafeWriter extends FilterWriter {
  private static final int DELETE = 0x7F;

  TerminalSafeWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    if (isHarmless((char) c)) {
      out.write(c);
    } else {
      out.write("\\u" + Integer.toHexString(0x10000 | c).substring(1));
    }
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int end = offset + length;
    int written = offset;
    for (int i = offset; i < end; i++) {
      if (!isHarmless(text.charAt(i))) {
        out.write(text, written, i - written);
        write(text.charAt(i));
        written = i + 1;
      }
    }
    out.write(text, written, end - written);
  }

  private static boolean isHarmless(char c) {
    return c < DELETE || Character.isSurrogate(c) || SafeText.isHarmless(c);
  }
}
