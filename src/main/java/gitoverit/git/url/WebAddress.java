package gitoverit.git.url;

import org.jspecify.annotations.Nullable;

/// Finds the address of a repository for a browser.
public final class WebAddress {
  private WebAddress() {}

  /// Returns the web address that belongs to the URL of a remote; null if none is known.
  ///
  /// It is the URL itself, without credentials, if that is a web address. A URL of any other scheme
  /// has one if it leads to a well-known host.
  public static @Nullable String of(String url) {
    String safe = Credentials.removed(url);
    if (safe.startsWith("http://") || safe.startsWith("https://")) {
      return safe;
    }
    RemoteUrl parsed = RemoteUrl.parse(safe);
    Site site = parsed.isNamedByHost() ? Site.of(parsed.host()) : null;
    String path = parsed.repositoryPath();
    return site == null || path.isEmpty() ? null : "https://" + site.webHost() + "/" + path;
  }
}
