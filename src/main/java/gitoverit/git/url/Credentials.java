package gitoverit.git.url;

/// Removes users, passwords and tokens from the URLs of remotes, so that they can be shown. In
/// doubt it removes too much.
final class Credentials {
  private Credentials() {}

  /// Returns a URL without everything that could be a secret, in the form it was written in.
  static String removed(String url) {
    int scheme = RemoteUrl.schemeLength(url);
    if (scheme > 0 && url.startsWith("::", scheme)) {
      return url.substring(0, scheme + 2) + removedFromUrl(url.substring(scheme + 2));
    }
    if (scheme > 0 && url.startsWith("://", scheme)) {
      return removedFromUrl(url);
    }
    return removedFromMistyped(RemoteUrl.isPath(url) ? url : removedFromScp(url));
  }

  /// A quote before a URL, or a slash that is missing, makes a path or an scp form of it.
  private static String removedFromMistyped(String text) {
    int start = mistypedStart(text);
    String rest = text.substring(start);
    return start == 0 ? text : text.substring(0, start) + rest.substring(length(rest));
  }

  /// Returns the index after `://`, or after `http` or `https` with any number of colons and
  /// slashes; 0 without them.
  private static int mistypedStart(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      return scheme + 3;
    }
    int web = beforeSlash(text).indexOf("http");
    int end = web < 0 ? 0 : web + (text.startsWith("https", web) ? 5 : 4);
    int start = end;
    while (start > 0 && start < text.length() && isSeparator(text.charAt(start))) {
      start++;
    }
    return start == end ? 0 : start;
  }

  private static boolean isSeparator(char c) {
    return c == ':' || c == '/';
  }

  /// The address of a helper may have no scheme.
  private static String removedFromUrl(String url) {
    int scheme = url.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    String rest = url.substring(start);
    String shown = rest.substring(length(rest));
    boolean web = url.regionMatches(true, 0, "http", 0, 4);
    return url.substring(0, start) + (web ? withoutQuery(shown) : shown);
  }

  /// Returns the length of `user:password@` at the beginning. It ends at the last `@` before the
  /// path; but if the text between that and the path cannot be host and port, the password has a
  /// slash in it, and the last `@` of all ends it. That `@` may be written as `%40`.
  private static int length(String rest) {
    String authority = beforeSlash(rest);
    int at = authority.lastIndexOf('@');
    if (Authority.isHostAndPort(authority.substring(at + 1))) {
      return at + 1;
    }
    int last = rest.lastIndexOf('@');
    int coded = authority.lastIndexOf("%40");
    return last < 0 && coded >= 0 ? coded + 3 : last + 1;
  }

  /// The query of a web address does not name a repository, and may hold a token.
  private static String withoutQuery(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '?' || rest.charAt(i) == '#') {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  private static String removedFromScp(String url) {
    int colon = RemoteUrl.scpColon(url);
    int close = Authority.closingBracket(url);
    if (close >= 0 && close < colon) {
      String inside = url.substring(Authority.openingBracket(url) + 1, close);
      return "[" + Authority.withoutUser(inside) + "]" + url.substring(colon);
    }
    int at = url.lastIndexOf('@', colon);
    int hidden = hiddenLength(url.substring(colon + 1), at >= 0);
    return hidden > 0 ? removed(url.substring(colon + 1 + hidden)) : url.substring(at + 1);
  }

  /// Returns the length of `password@` at the beginning of the text that git treats as the path in
  /// `user:password@host:path`; 0 without a password. After a user name, only an `@` with a colon
  /// after it is suspicious.
  private static int hiddenLength(String path, boolean userGiven) {
    String first = beforeSlash(path);
    int at = first.lastIndexOf('@');
    return at > 0 && (!userGiven || first.indexOf(':', at) > 0) ? at + 1 : 0;
  }

  private static String beforeSlash(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }
}
