package gitoverit.remote;

import java.util.Locale;

/// Tells which host a URL of git's leads to (`git-fetch`, "GIT URLS").
final class RemoteHost {
  /// The host of what is on this machine.
  static final String LOCAL = "";

  private RemoteHost() {}

  /// Returns the host without user and port, in lower case; [#LOCAL] for a path of this machine.
  static String of(String url) {
    int scheme = url.indexOf("://");
    String authority = scheme > 0 ? authority(url, scheme) : scpAuthority(url);
    String host = withoutPort(authority.substring(authority.lastIndexOf('@') + 1));
    return host.toLowerCase(Locale.ROOT);
  }

  private static String authority(String url, int scheme) {
    if (url.substring(0, scheme).endsWith("file")) {
      return LOCAL;
    }
    int start = scheme + "://".length();
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(start, end);
  }

  /// The part before the colon of `user@host:path`; a slash before it makes it a path.
  private static String scpAuthority(String url) {
    int bracket = url.startsWith("[") || url.contains("@[") ? url.indexOf(']') : -1;
    int colon = url.indexOf(':', Math.max(0, bracket));
    int slash = url.indexOf('/');
    return colon < 0 || (slash >= 0 && slash < colon) ? LOCAL : url.substring(0, colon);
  }

  private static String withoutPort(String authority) {
    if (authority.startsWith("[")) {
      int end = authority.indexOf(']');
      return end < 0 ? authority : withoutPort(authority.substring(1, end), true);
    }
    return withoutPort(authority, false);
  }

  /// What stands in brackets is an IPv6 address, or a host and port (`[host:22]:path`).
  private static String withoutPort(String authority, boolean bracketed) {
    int colon = authority.indexOf(':');
    boolean address = bracketed && authority.indexOf(':', colon + 1) > 0;
    return colon < 0 || address ? authority : authority.substring(0, colon);
  }
}
