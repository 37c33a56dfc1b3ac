package gitoverit.discovery;

import gitoverit.fs.DirectoryListing;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Recognises a bare repository by the listing of its directory.
final class BareRepository {
  private static final byte[][] REQUIRED = {ascii("HEAD"), ascii("objects"), ascii("refs")};

  /// The directories that git creates in a repository. Other directories may contain worktrees, a
  /// common arrangement.
  private static final Set<String> PARTS =
      Set.of(
          "branches",
          "hooks",
          "info",
          "lfs",
          "logs",
          "modules",
          "objects",
          "refs",
          "rr-cache",
          "worktrees");

  private BareRepository() {}

  static boolean looksLike(DirectoryListing listing) {
    for (byte[] name : REQUIRED) {
      if (listing.find(name) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isPart(DirectoryListing listing, int i) {
    return PARTS.contains(new String(listing.name(i), StandardCharsets.UTF_8));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
