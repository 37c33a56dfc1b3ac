package gitoverit.git.url;

import java.util.Locale;

/// A URL of a remote, split as git splits it ("GIT URLS" in `git-fetch`; `transport_get` in
/// `transport.c`, `parse_connect_url` in `connect.c`).
///
/// @param form the way in which it is written
/// @param scheme the scheme in lower case; `ssh` in the scp form, `file` for a path, the name of
///   the helper in the helper form
/// @param host the host in lower case, without user, port and brackets; empty if the repository is
///   on this machine or only a helper knows its host
/// @param path the path; in the helper form the address
public record RemoteUrl(Form form, String scheme, String host, String path) {

  /// The ways to write a URL of a remote.
  public enum Form {
    /// `/srv/repo`, or a bundle.
    PATH,
    /// `ssh://host/repo`.
    URL,
    /// `host:repo`.
    SCP,
    /// `helper::address`.
    HELPER
  }

  /// Parses a URL. Any text is a URL: it is a path if it has no other form.
  public static RemoteUrl parse(String url) {
    int scheme = schemeLength(url);
    if (scheme > 0 && url.startsWith("::", scheme)) {
      String address = url.substring(scheme + 2);
      return new RemoteUrl(Form.HELPER, url.substring(0, scheme), helperHost(address), address);
    }
    if (scheme > 0 && url.startsWith("://", scheme)) {
      return ofScheme(url.substring(0, scheme).toLowerCase(Locale.ROOT), url, scheme + 3);
    }
    return isPath(url) ? new RemoteUrl(Form.PATH, "file", "", url) : scp(url);
  }

  /// Returns the number of leading characters that can be a scheme or the name of a helper.
  static int schemeLength(String url) {
    int i = 0;
    while (i < url.length() && isSchemeCharacter(url.charAt(i), i == 0)) {
      i++;
    }
    return i;
  }

  private static boolean isSchemeCharacter(char c, boolean first) {
    boolean letterOrDigit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letterOrDigit || (!first && (c == '+' || c == '-' || c == '.'));
  }

  /// A helper gets its address unparsed, but most addresses are URLs.
  private static String helperHost(String address) {
    return address.startsWith("://", schemeLength(address)) ? parse(address).host : "";
  }

  private static RemoteUrl ofScheme(String scheme, String url, int start) {
    int end = authorityEnd(url, start, isNative(scheme) ? "/" : "/?#");
    String host = scheme.equals("file") ? "" : Authority.host(url.substring(start, end));
    String path = url.substring(end);
    return new RemoteUrl(Form.URL, scheme, host, isNative(scheme) ? fromHome(path) : path);
  }

  private static int authorityEnd(String url, int start, String ends) {
    int end = start;
    while (end < url.length() && ends.indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isNative(String scheme) {
    return isSsh(scheme) || scheme.equals("git");
  }

  private static boolean isSsh(String scheme) {
    return scheme.equals("ssh") || scheme.equals("git+ssh") || scheme.equals("ssh+git");
  }

  /// In `ssh://host/~user/repo` the path begins at the tilde.
  private static String fromHome(String path) {
    return path.startsWith("~", 1) ? path.substring(1) : path;
  }

  /// Returns whether git treats text without a scheme as a path (`url_is_local_not_ssh`).
  static boolean isPath(String url) {
    int colon = url.indexOf(':');
    int slash = url.indexOf('/');
    return colon < 0 || (slash >= 0 && slash < colon);
  }

  private static RemoteUrl scp(String url) {
    int colon = scpColon(url);
    String host = Authority.host(url.substring(0, colon));
    return new RemoteUrl(Form.SCP, "ssh", host, fromHome(url.substring(colon + 1)));
  }

  /// Returns the index of the colon before the path in `host:path`, which a bracket may hide.
  static int scpColon(String url) {
    int close = Authority.closingBracket(url);
    int colon = url.indexOf(':', Math.max(0, close));
    return colon < 0 ? url.indexOf(':') : colon;
  }

  /// Returns whether git reaches the repository through ssh.
  boolean isSsh() {
    return form == Form.SCP || (form == Form.URL && isSsh(scheme));
  }

  /// Returns whether host and path name the repository, as they do for all well-known schemes.
  boolean isNamedByHost() {
    return isSsh()
        || (form == Form.URL
            && switch (scheme) {
              case "git", "ftp", "ftps", "http", "https" -> true;
              default -> false;
            });
  }

  /// Returns the path without `.git` and without slashes at either end.
  String repositoryPath() {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    String bare = withoutTrailingSlashes(path.substring(start));
    return bare.endsWith(".git")
        ? withoutTrailingSlashes(bare.substring(0, bare.length() - 4))
        : bare;
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
