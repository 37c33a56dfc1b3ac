package gitoverit.row;

import gitoverit.fs.PathBytes;
import gitoverit.terminal.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The displayed form of a path.
///
/// JSON, NDJSON and CSV contain a path as it is, including control characters. A path that is not
/// valid UTF-8 is quoted as git quotes it (`"caf\351"`, see [SafeText]), and so is a display path
/// that begins with `"`. A reader can therefore always recover the bytes: it unquotes a value that
/// begins with `"` and keeps any other. An absolute path never begins with `"`. The `! ` of a
/// failed remote operation precedes the quotes. For a terminal, characters that could harm it are
/// quoted too.
///
/// @param prefix `~/`; or `~` or `.` without a rest; or empty
/// @param rest the path after the prefix
public record DisplayPath(String prefix, Path rest) {

  /// Returns the text for JSON, NDJSON and CSV.
  String forPrograms() {
    return PathBytes.isText(rest) && !startsWithQuote()
        ? prefix + rest
        : SafeText.forPrograms(bytes());
  }

  /// Returns the text for a terminal.
  public String forTerminal() {
    return PathBytes.isText(rest) ? SafeText.of(prefix + rest) : SafeText.of(bytes());
  }

  /// Returns the text by which rows are sorted. It is never quoted.
  String forSorting() {
    return prefix + rest;
  }

  private boolean startsWithQuote() {
    return prefix.isEmpty() && rest.toString().startsWith("\"");
  }

  private byte[] bytes() {
    byte[] start = prefix.getBytes(StandardCharsets.UTF_8);
    byte[] end = PathBytes.of(rest);
    byte[] whole = new byte[start.length + end.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(end, 0, whole, start.length, end.length);
    return whole;
  }
}
