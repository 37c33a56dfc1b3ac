package gitoverit.git.url;

import java.util.Locale;

/// Splits `[user[:password]@]host[:port]`, in which brackets hold an IPv6 address, or a host with
/// user and port (`host_end`, `get_host_and_port` and `get_port` in `connect.c`).
final class Authority {
  private Authority() {}

  /// Returns the host in lower case, without user, port and brackets.
  ///
  /// A port that is not a number is dropped too: it could be part of a password.
  static String host(String authority) {
    String text = decoded(authority);
    int close = closingBracket(text);
    String host =
        close < 0
            ? withoutPort(withoutUser(text))
            : unwrapped(withoutUser(text.substring(openingBracket(text) + 1, close)));
    return host.toLowerCase(Locale.ROOT);
  }

  /// Returns the index of the bracket that opens the host; -1 without one.
  static int openingBracket(String text) {
    int start = text.indexOf("@[") + 1;
    return text.startsWith("[", start) ? start : -1;
  }

  /// Returns the index of the bracket that closes the host; -1 without one.
  static int closingBracket(String text) {
    int open = openingBracket(text);
    return open < 0 ? -1 : text.indexOf(']', open);
  }

  /// Returns the text after the last `@`, which is where ssh and curl look for the host.
  static String withoutUser(String authority) {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /// Returns the host of the content of brackets.
  private static String unwrapped(String inside) {
    int colon = inside.indexOf(':');
    boolean isAddress = colon >= 0 && inside.indexOf(':', colon + 1) >= 0;
    return isAddress ? inside : withoutPort(inside);
  }

  /// Returns whether the text can be a host, with or without a port.
  static boolean isHostAndPort(String authority) {
    for (int i = withoutPort(authority).length() + 1; i < authority.length(); i++) {
      if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String withoutPort(String authority) {
    int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  /// Decodes `%40` and the like, which git does before it looks for the user (`url_decode`).
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int code = text.charAt(i) == '%' ? code(text, i + 1) : 0;
      decoded.append(code > 0 ? (char) code : text.charAt(i));
      i += code > 0 ? 2 : 0;
    }
    return decoded.toString();
  }

  /// Returns the value of two hexadecimal digits; 0 or less if they are none.
  private static int code(String text, int start) {
    return start + 1 < text.length()
        ? Character.digit(text.charAt(start), 16) * 16 + Character.digit(text.charAt(start + 1), 16)
        : 0;
  }
}
