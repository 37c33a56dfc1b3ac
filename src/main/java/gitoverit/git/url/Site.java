package gitoverit.git.url;

import org.jspecify.annotations.Nullable;

/// A well-known host of repositories, with its prefix in simplified URLs.
enum Site {
  GITHUB("", "github.com", "www.github.com", "ssh.github.com"),
  GITLAB("gl:", "gitlab.com", "altssh.gitlab.com"),
  BITBUCKET("bb:", "bitbucket.org", "altssh.bitbucket.org"),
  CODEBERG("cb:", "codeberg.org"),
  GITEA("gitea:", "gitea.com"),
  SOURCEHUT("sr.ht:", "git.sr.ht"),
  KERNEL("kernel:", "git.kernel.org", "gitolite.kernel.org"),
  GNU(
      "gnu:",
      "git.savannah.gnu.org",
      "git.savannah.nongnu.org",
      "git.sv.gnu.org",
      "git.sv.nongnu.org"),
  APACHE("apache:", "gitbox.apache.org", "git.apache.org", "git-wip-us.apache.org"),
  POSTGRESQL("pg:", "git.postgresql.org", "gitmaster.postgresql.org"),
  MOZILLA("moz:", "git.mozilla.org", "hg.mozilla.org");

  private static final Site[] ALL = values();

  private final String prefix;
  private final String webHost;

  @SuppressWarnings("ImmutableEnumChecker") // never written
  private final String[] others;

  /// Creates a site.
  ///
  /// @param webHost the host for browsers
  /// @param others more hosts of the same repositories
  Site(String prefix, String webHost, String... others) {
    this.prefix = prefix;
    this.webHost = webHost;
    this.others = others;
  }

  /// Returns the site that a host belongs to; null for any other host.
  static @Nullable Site of(String host) {
    for (Site site : ALL) {
      if (site.has(host)) {
        return site;
      }
    }
    return null;
  }

  private boolean has(String host) {
    if (host.equals(webHost)) {
      return true;
    }
    for (String other : others) {
      if (host.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /// Returns the text before the path in a simplified URL.
  String prefix() {
    return prefix;
  }

  /// Returns the host for browsers.
  String webHost() {
    return webHost;
  }
}
