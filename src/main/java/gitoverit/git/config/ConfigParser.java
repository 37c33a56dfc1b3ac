package gitoverit.git.config;

import gitoverit.git.GitFormatException;
import gitoverit.git.GitText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the bytes of one configuration file (`git-config`, "Syntax") in a single pass.
///
/// Where the manual and git differ, git decides: a key may precede the first section, a NUL ends a
/// key or value, a backslash may be the last byte. Each run of white space inside an unquoted value
/// becomes as many spaces, as in git before 2.45; later versions keep its tabs.
final class ConfigParser {
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  /// The file and one line feed, so that the last line ends too.
  private final byte[] bytes;

  private final String origin;
  private final List<ConfigEntry> entries = new ArrayList<>();

  /// The key so far. Neither a key nor a value is longer than the file: a key gets only dots in
  /// addition, and each replaces a bracket or space of a section header.
  private final byte[] key;

  private final byte[] value;
  private int position;
  private int line = 1;
  private boolean ended;
  private int sectionLength;
  private int keyLength;
  private int valueLength;

  private ConfigParser(byte[] bytes, String origin) {
    this.bytes = Arrays.copyOf(bytes, bytes.length + 1);
    this.bytes[bytes.length] = '\n';
    this.origin = origin;
    key = new byte[bytes.length + 1];
    value = new byte[bytes.length];
  }

  /// Returns the settings of a file in their order.
  ///
  /// @param bytes all of the file
  /// @param origin the name of the file for messages and for [ConfigEntry#origin]
  /// @throws GitFormatException exactly if git reports a bad config line, with the same line number
  static List<ConfigEntry> parse(byte[] bytes, String origin) throws GitFormatException {
    ConfigParser parser = new ConfigParser(bytes, origin);
    parser.file();
    return parser.entries;
  }

  private void file() throws GitFormatException {
    byteOrderMark();
    while (true) {
      int c = next();
      if (ended) {
        return;
      } else if (c == '#' || c == ';') {
        restOfLine();
      } else if (c == '[') {
        section();
      } else if (ConfigText.isLetter(c)) {
        entry(c);
      } else if (!ConfigText.isSpace(c)) {
        throw bad("a line starts neither with a letter nor with '['");
      }
    }
  }

  private void byteOrderMark() throws GitFormatException {
    if ((bytes[0] & 0xFF) != BYTE_ORDER_MARK[0]) {
      return;
    }
    for (int expected : BYTE_ORDER_MARK) {
      if (next() != expected) {
        throw bad("incomplete byte order mark");
      }
    }
  }

  private void section() throws GitFormatException {
    keyLength = 0;
    int c = next();
    while (ConfigText.isKeyChar(c) || c == '.') {
      key[keyLength++] = (byte) ConfigText.toLower(c);
      c = next();
    }
    if (ended) {
      throw bad("section header without end");
    }
    if (ConfigText.isSpace(c)) {
      subsection(c);
    } else if (c != ']') {
      throw bad("character not allowed in a section name");
    }
    if (keyLength == 0) {
      throw bad("section without name");
    }
    key[keyLength++] = '.';
    sectionLength = keyLength;
  }

  private void subsection(int separator) throws GitFormatException {
    int c = separator;
    while (ConfigText.isSpace(c)) {
      requireSameLine(c);
      c = next();
    }
    if (c != '"') {
      throw bad("subsection without quotes");
    }
    key[keyLength++] = '.';
    for (c = next(); c != '"'; c = next()) {
      requireSameLine(c);
      if (c == '\\') {
        c = next();
        requireSameLine(c);
      }
      key[keyLength++] = (byte) c;
    }
    if (next() != ']') {
      throw bad("no ']' after the subsection");
    }
  }

  private void requireSameLine(int c) throws GitFormatException {
    if (c == '\n') {
      line--;
      throw bad("section header without end");
    }
  }

  private void entry(int first) throws GitFormatException {
    keyLength = sectionLength;
    int c = first;
    while (ConfigText.isKeyChar(c)) {
      key[keyLength++] = (byte) ConfigText.toLower(c);
      c = next();
    }
    while (c == ' ' || c == '\t') {
      c = next();
    }
    String text = null;
    if (c == '=') {
      text = value();
    } else if (c != '\n') {
      throw bad("no '=' after the name");
    }
    add(text);
  }

  private void add(@Nullable String text) {
    entries.add(new ConfigEntry(GitText.decode(key, keyLength), text, origin, line - 1));
  }

  private String value() throws GitFormatException {
    valueLength = 0;
    boolean quoted = false;
    int spaces = 0;
    while (true) {
      int c = next();
      if (c == '\n') {
        requireClosed(quoted);
        return GitText.decode(value, valueLength);
      } else if (quoted || !ConfigText.isSpace(c)) {
        if (!quoted && (c == '#' || c == ';')) {
          restOfLine();
          return GitText.decode(value, valueLength);
        }
        for (; spaces > 0; spaces--) {
          value[valueLength++] = ' ';
        }
        if (c == '"') {
          quoted = !quoted;
        } else if (c != '\\') {
          value[valueLength++] = (byte) c;
        } else {
          escape();
        }
      } else if (valueLength > 0) {
        spaces++;
      }
    }
  }

  private void requireClosed(boolean quoted) throws GitFormatException {
    if (quoted) {
      line--;
      throw bad("quote without end");
    }
  }

  private void escape() throws GitFormatException {
    switch (next()) {
      case '\n' -> {}
      case 't' -> value[valueLength++] = '\t';
      case 'b' -> value[valueLength++] = '\b';
      case 'n' -> value[valueLength++] = '\n';
      case '\\' -> value[valueLength++] = '\\';
      case '"' -> value[valueLength++] = '"';
      default -> throw bad("unknown escape sequence");
    }
  }

  private void restOfLine() {
    while (next() != '\n') {}
  }

  /// Returns the next byte, `\r\n` as one `\n`; the end of the file is a last `\n`. Short, so that
  /// the compiler inlines it.
  private int next() {
    byte c = bytes[position++];
    return c > '\r' ? c : uncommon(c);
  }

  private int uncommon(byte read) {
    byte c = read;
    if (c == '\r' && position < bytes.length - 1 && bytes[position] == '\n') {
      c = bytes[position++];
    }
    if (c == '\n') {
      line++;
      if (position >= bytes.length) {
        position = bytes.length - 1;
        ended = true;
      }
    }
    return c & 0xFF;
  }

  private GitFormatException bad(String reason) {
    return new GitFormatException(origin, line, "bad config line: " + reason);
  }
}
