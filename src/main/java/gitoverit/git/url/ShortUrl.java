package gitoverit.git.url;

import org.jspecify.annotations.Nullable;

/// Shows the URL of a remote briefly: `o/r` for GitHub, a short prefix for other well-known hosts,
/// `host/path` for the rest, `ssh+` before a URL that goes through ssh.
///
/// User, password, port, `.git` and trailing slashes are dropped. A path, the address of a helper
/// and a URL of an unknown scheme stay unchanged, except for possible secrets.
public final class ShortUrl {
  private ShortUrl() {}

  /// Returns the simplified URL, followed by `separator` and the simplified URL for pushing if the
  /// two differ; `-` without a URL.
  public static String describe(@Nullable String url, @Nullable String pushUrl, String separator) {
    if (url == null) {
      return "-";
    }
    String fetch = of(url);
    String push = pushUrl == null ? fetch : of(pushUrl);
    return push.equals(fetch) ? fetch : fetch + separator + push;
  }

  /// Returns the simplified form of a URL.
  public static String of(String url) {
    if (hasDriveLetter(url)) {
      return url;
    }
    String safe = Credentials.removed(url);
    RemoteUrl parsed = RemoteUrl.parse(safe);
    if (!parsed.isNamedByHost() || safe.startsWith(":")) {
      return safe;
    }
    return parsed.isSsh() ? "ssh+" + name(parsed) : name(parsed);
  }

  /// git knows drive letters on Windows only, but a host of one letter is rare on any system.
  private static boolean hasDriveLetter(String url) {
    return url.length() > 2
        && Character.isLetter(url.charAt(0))
        && url.charAt(1) == ':'
        && (url.charAt(2) == '/' || url.charAt(2) == '\\');
  }

  private static String name(RemoteUrl url) {
    String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
    String path = url.repositoryPath();
    if (path.isEmpty()) {
      return host;
    }
    Site site = Site.of(host);
    if (site != null) {
      return site.prefix() + path;
    }
    return host.isEmpty() ? path : host + "/" + path;
  }
}
