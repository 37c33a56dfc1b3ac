package gitoverit.git.object;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileAccess;
import gitoverit.fs.FileStat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds out whether a repository has other objects take the place of some (`git-replace`).
public final class ReplaceRefs {
  private static final byte[] PREFIX = " refs/replace/".getBytes(US_ASCII);

  private ReplaceRefs() {}

  /// Returns whether there is any ref below `refs/replace/`, or a directory in which one may be.
  ///
  /// @param packedRefs the content of `packed-refs`; null when there is none
  public static boolean exist(FileAccess files, Path commonDir, byte @Nullable [] packedRefs)
      throws IOException {
    return (packedRefs != null && contains(packedRefs)) || anyLoose(files, commonDir);
  }

  private static boolean contains(byte[] packedRefs) {
    int last = packedRefs.length - PREFIX.length;
    for (int at = 0; at <= last; at++) {
      if (packedRefs[at] == ' '
          && Arrays.equals(packedRefs, at, at + PREFIX.length, PREFIX, 0, PREFIX.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyLoose(FileAccess files, Path commonDir) throws IOException {
    Path refs = commonDir.resolve("refs/replace");
    FileStat stat = new FileStat();
    if (!files.stat(refs, true, stat) || !stat.isDirectory()) {
      return false;
    }
    DirectoryListing listing = new DirectoryListing();
    try (Directory directory = files.openDirectory(refs)) {
      directory.list(listing);
    }
    return listing.count() > 0;
  }
}
