package gitoverit.row;

import gitoverit.fs.PathBytes;
import gitoverit.terminal.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A path as it is shown.
///
/// In JSON, NDJSON and CSV a path is its own text, control characters included. One that is not
/// UTF-8 is written in double quotes as git writes it (`"caf\351"`, see [SafeText]), and a display
/// path that itself begins with `"` is too, so the bytes can always be got back: what begins with
/// `"` is to be unquoted, everything else is as it is. An absolute path never begins with `"`. The
/// `! ` of a failed remote operation comes before the quotes. For a terminal, whatever could harm
/// it is quoted as well.
///
/// @param prefix `~/`, or `~` or `.` with nothing after it, or nothing
/// @param rest what follows the prefix
public record DisplayPath(String prefix, Path rest) {

  /// Returns the text for programs.
  String forPrograms() {
    return PathBytes.isText(rest) && !startsWithQuote()
        ? prefix + rest
        : SafeText.forPrograms(bytes());
  }

  /// Returns the text for a terminal.
  public String forTerminal() {
    return PathBytes.isText(rest) ? SafeText.of(prefix + rest) : SafeText.of(bytes());
  }

  /// Returns the text that rows are sorted by: never quoted.
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
