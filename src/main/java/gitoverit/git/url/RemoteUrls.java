package gitoverit.git.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows the URL of a remote as briefly as it can be told from others: `o/r` for GitHub, a short
/// prefix for other well-known hosts, `host/path` for the rest, `ssh+` before what goes through
/// ssh.
///
/// User, password, port, `.git` and trailing slashes are dropped. What the URL is, is decided as
/// git does (`urls` in `git-fetch`; `connect.c`). Whatever the form, what could be a password or
/// token is never shown: in doubt, too much is dropped.
public final class RemoteUrls {
  private static final String[][] HOSTS = {
    {"github.com", ""},
    {"www.github.com", ""},
    {"ssh.github.com", ""},
    {"gitlab.com", "gl:"},
    {"altssh.gitlab.com", "gl:"},
    {"bitbucket.org", "bb:"},
    {"altssh.bitbucket.org", "bb:"},
    {"codeberg.org", "cb:"},
    {"gitea.com", "gitea:"},
    {"git.sr.ht", "sr.ht:"},
    {"git.kernel.org", "kernel:"},
    {"gitolite.kernel.org", "kernel:"},
    {"git.savannah.gnu.org", "gnu:"},
    {"git.savannah.nongnu.org", "gnu:"},
    {"git.sv.gnu.org", "gnu:"},
    {"git.sv.nongnu.org", "gnu:"},
    {"gitbox.apache.org", "apache:"},
    {"git.apache.org", "apache:"},
    {"git-wip-us.apache.org", "apache:"},
    {"git.postgresql.org", "pg:"},
    {"gitmaster.postgresql.org", "pg:"},
    {"git.mozilla.org", "moz:"},
    {"hg.mozilla.org", "moz:"},
  };

  private static final RemoteUrls SHORT = new RemoteUrls(false);

  private final boolean web;

  /// Makes one that shortens, or one that makes addresses for a browser.
  private RemoteUrls(boolean web) {
    this.web = web;
  }

  /// Returns the simplified URL, and the one for pushing after `separator` if it still differs; `-`
  /// without a URL.
  public static String describe(@Nullable String url, @Nullable String pushUrl, String separator) {
    if (url == null) {
      return "-";
    }
    String fetch = simplify(url);
    String push = pushUrl == null ? fetch : simplify(pushUrl);
    return push.equals(fetch) ? fetch : fetch + separator + push;
  }

  /// Returns the simplified form of a URL.
  public static String simplify(String url) {
    return SHORT.of(url);
  }

  /// Returns the address at which a browser finds the repository; null when none is known. That is
  /// a web address itself, without credentials, and of a well-known host any other URL too.
  public static @Nullable String webAddress(String url) {
    if (url.startsWith("http://") || url.startsWith("https://")) {
      return withoutCredentials(url);
    }
    String address = new RemoteUrls(true).of(url);
    int start = address.startsWith("ssh+") ? "ssh+".length() : 0;
    return address.startsWith("https://", start) ? address.substring(start) : null;
  }

  private String of(String url) {
    int scheme = schemeLength(url);
    if (scheme > 0 && url.startsWith("::", scheme)) {
      return url.substring(0, scheme + 2) + withoutCredentials(url.substring(scheme + 2));
    }
    if (scheme > 0 && url.startsWith("://", scheme)) {
      return ofScheme(url, scheme);
    }
    return isScpLike(url) ? scpLike(url) : url;
  }

  /// The length of what may be the scheme of a URL or the name of a remote helper at its beginning.
  private static int schemeLength(String url) {
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

  private String ofScheme(String url, int scheme) {
    String rest = url.substring(scheme + 3);
    return switch (url.substring(0, scheme).toLowerCase(Locale.ROOT)) {
      case "ssh", "git+ssh", "ssh+git" -> "ssh+" + hostAndPath(rest);
      case "git", "ftp", "ftps" -> hostAndPath(rest);
      case "http", "https" -> hostAndPath(withoutQuery(rest));
      default -> withoutCredentials(url);
    };
  }

  /// The query of a web address has no part in naming a repository, and may hold a token.
  private static String withoutQuery(String rest) {
    int from = credentialsLength(rest);
    for (int i = from; i < rest.length(); i++) {
      if (rest.charAt(i) == '?' || rest.charAt(i) == '#') {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  /// Shows `[user[:password]@]host[:port][/path]`.
  private String hostAndPath(String rest) {
    String bare = rest.substring(credentialsLength(rest));
    String authority = beforeSlash(bare);
    return join(withoutPort(authority), bare.substring(authority.length()));
  }

  /// The length of `user:password@` at the beginning. It ends at the last `@` before the path; but
  /// if what then stands before the path cannot be host and port, the password has a slash in it,
  /// and the last `@` of all ends it.
  private static int credentialsLength(String rest) {
    String authority = beforeSlash(rest);
    int at = authority.lastIndexOf('@');
    return (isHostAndPort(authority.substring(at + 1)) ? at : rest.lastIndexOf('@')) + 1;
  }

  private static boolean isHostAndPort(String authority) {
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

  private static String beforeSlash(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private String join(String authority, String path) {
    String host = authority.toLowerCase(Locale.ROOT);
    String shortPath = withoutSuffix(path);
    if (shortPath.isEmpty()) {
      return host;
    }
    for (String[] known : HOSTS) {
      if (known[0].equals(host)) {
        return web ? "https://" + webHost(known[1]) + "/" + shortPath : known[1] + shortPath;
      }
    }
    return host.isEmpty() ? shortPath : host + "/" + shortPath;
  }

  /// The first host of a prefix is the one for browsers.
  private static String webHost(String prefix) {
    int i = 0;
    while (!HOSTS[i][1].equals(prefix)) {
      i++;
    }
    return HOSTS[i][0];
  }

  private static String withoutSuffix(String path) {
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

  /// The URL as it is, but for what stands before an `@` in the place of a host.
  private static String withoutCredentials(String url) {
    int authority = url.indexOf("://");
    int start = authority < 0 ? 0 : authority + 3;
    String rest = url.substring(start);
    boolean web = url.startsWith("http");
    String shown = rest.substring(credentialsLength(rest));
    return url.substring(0, start) + (web ? withoutQuery(shown) : shown);
  }

  /// Whether git would take this for `[user@]host:path`: a colon before the first slash, and no
  /// drive letter (which git knows on Windows only; a host of one letter is rarer anywhere).
  private static boolean isScpLike(String url) {
    int colon = url.indexOf(':');
    int slash = url.indexOf('/');
    boolean drive =
        colon == 1
            && url.length() > 2
            && (url.charAt(2) == '/' || url.charAt(2) == '\\')
            && Character.isLetter(url.charAt(0));
    return colon > 0 && (slash < 0 || colon < slash) && !drive;
  }

  private String scpLike(String url) {
    int open = url.indexOf('[');
    int close = url.indexOf("]:", open + 1);
    if (open >= 0 && close >= 0 && url.lastIndexOf(':', open) < 0) {
      return "ssh+" + join(bracketed(url.substring(open + 1, close)), url.substring(close + 2));
    }
    int colon = url.indexOf(':');
    int at = url.lastIndexOf('@', colon);
    int hidden = hiddenCredentials(url.substring(colon + 1), at >= 0);
    return hidden > 0
        ? of(url.substring(colon + 1 + hidden))
        : "ssh+" + join(url.substring(at + 1, colon), url.substring(colon + 1));
  }

  /// The host in `[::1]:path`, `[host:port]:path` or `[user@host:port]:path`, all of them git's.
  private static String bracketed(String inside) {
    String authority = inside.substring(inside.lastIndexOf('@') + 1);
    int colon = authority.indexOf(':');
    boolean isAddress = colon >= 0 && authority.indexOf(':', colon + 1) >= 0;
    return isAddress ? "[" + authority + "]" : withoutPort(authority);
  }

  /// The length of `password@` at the beginning of what git would take for the path in
  /// `user:password@host:path`; 0 when there is none. After a user that was given, only an `@` with
  /// a colon after it is suspicious.
  private static int hiddenCredentials(String path, boolean userGiven) {
    String first = beforeSlash(path);
    int at = first.lastIndexOf('@');
    return at > 0 && (!userGiven || first.indexOf(':', at) > 0) ? at + 1 : 0;
  }
}
