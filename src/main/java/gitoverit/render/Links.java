package gitoverit.render;

import gitoverit.fs.PathBytes;
import gitoverit.git.url.WebAddress;
import gitoverit.report.RepoReport;
import gitoverit.report.RepoResult;
import gitoverit.row.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The link targets of cells: a directory links to itself, a URL to its web page.
public final class Links {
  /// The sequence that begins a link on a terminal (OSC 8), or ends it if no address follows.
  public static final String OPEN = "\u001B]8;;";

  /// The sequence that ends the address of a link on a terminal.
  public static final String END = "\u001B\\";

  private static final String UNESCAPED = "/-._~:@!$&'()*+,;=?%#[]";

  private Links() {}

  /// Returns the address to which a cell links, in ASCII without spaces or controls; null if it has
  /// no link.
  ///
  /// @param host the name of the machine with the directory; may be empty
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
