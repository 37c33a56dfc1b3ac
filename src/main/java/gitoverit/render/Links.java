package gitoverit.render;

import gitoverit.fs.PathBytes;
import gitoverit.git.url.WebAddress;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a cell leads: a directory to itself, a URL to its web page.
public final class Links {
  /// Begins a link on a terminal (OSC 8), and without an address ends it.
  public static final String OPEN = "\u001B]8;;";

  /// Ends the address of a link on a terminal.
  public static final String END = "\u001B\\";

  private static final String UNESCAPED = "/-._~:@!$&'()*+,;=?%#[]";

  private Links() {}

  /// Returns the address that a cell leads to, in ASCII without spaces or controls; null when it
  /// leads nowhere.
  ///
  /// @param host the name of the machine that the directory is on; may be empty
  public static @Nullable String of(Field column, RepoResult row, String host) {
    return switch (column.look()) {
      case DIRECTORY, PATH -> "file://" + host + escape(PathBytes.of(row.path()), "/-._~");
      case URL -> web(row);
      default -> null;
    };
  }

  private static @Nullable String web(RepoResult row) {
    if (!(row instanceof RepoResult.Analyzed(RepoReport report)) || report.remote().url() == null) {
      return null;
    }
    String address = WebAddress.of(report.remote().url());
    return address == null ? null : escape(address.getBytes(StandardCharsets.UTF_8), UNESCAPED);
  }

  private static String escape(byte[] bytes, String unescaped) {
    StringBuilder address = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      char c = (char) (b & 0xFF);
      if ((c < 0x80 && Character.isLetterOrDigit(c)) || unescaped.indexOf(c) >= 0) {
        address.append(c);
      } else {
        address.append('%').append(Character.forDigit(c >> 4, 16));
        address.append(Character.forDigit(c & 15, 16));
      }
    }
    return address.toString();
  }
}
